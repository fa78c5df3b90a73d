variable "name" {
  description = "Name of the queue, without .fifo."
  type        = string
  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,60}$", var.name))
    error_message = "name must be 1 to 60 letters, digits, hyphens and underscores."
  }
}

variable "fifo" {
  description = "Whether messages of one group keep their order."
  type        = bool
  default     = false
}

variable "key_arn" {
  description = "KMS key that encrypts messages."
  type        = string
}

variable "visibility_timeout_seconds" {
  description = "How long a consumer may work on a message before another gets it: six times the longest handling."
  type        = number
  default     = 180
  validation {
    condition     = var.visibility_timeout_seconds >= 30 && var.visibility_timeout_seconds <= 43200
    error_message = "visibility_timeout_seconds must be between 30 and 43200."
  }
}

variable "max_receives" {
  description = "Tries before a message goes to the dead letters."
  type        = number
  default     = 5
  validation {
    condition     = var.max_receives >= 1 && var.max_receives <= 100
    error_message = "max_receives must be between 1 and 100."
  }
}

variable "alarm_topic_arn" {
  description = "SNS topic that is told of dead letters and of messages that wait too long."
  type        = string
}

variable "max_age_seconds" {
  description = "Age of the oldest message at which the alarm goes off."
  type        = number
  default     = 300
}

variable "publishers" {
  description = "AWS services that send to the queue, with the ARN each sends for."
  type        = map(string)
  default     = {}
}
