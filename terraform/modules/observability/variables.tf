variable "name" {
  description = "Prefix of every name, such as stoa-prod-a."
  type        = string
}

variable "key_arn" {
  description = "KMS key of the alarm topic and of the metrics workspace."
  type        = string
}

variable "log_key_arn" {
  description = "KMS key of log groups."
  type        = string
}

variable "log_retention_days" {
  description = "Days that the program's logs can be searched."
  type        = number
  default     = 30
  validation {
    condition     = contains([7, 14, 30, 60, 90, 120, 150, 180, 365], var.log_retention_days)
    error_message = "log_retention_days must be a number that CloudWatch knows: 7, 14, 30, 60, 90, 120, 150, 180 or 365."
  }
}

variable "processes" {
  description = "Processes that get a log group each, such as serve and worker."
  type        = set(string)
}

variable "addresses" {
  description = "E-mail addresses that alarms go to."
  type        = set(string)
}

variable "has_metrics_workspace" {
  description = "Whether a Prometheus workspace keeps the program's own metrics."
  type        = bool
  default     = true
}
