variable "name" {
  description = "Name of the cluster."
  type        = string
}

variable "log_key_arn" {
  description = "KMS key of sessions in tasks and of their log."
  type        = string
}

variable "log_retention_days" {
  description = "Days that the log of sessions in tasks is kept."
  type        = number
  default     = 30
}

variable "has_service_connect" {
  description = "Whether services find each other through ECS Service Connect."
  type        = bool
  default     = false
}

variable "spot_share" {
  description = "Of 100 tasks beyond the first, how many may run on spare capacity that AWS takes back at short notice."
  type        = number
  default     = 0
  validation {
    condition     = var.spot_share >= 0 && var.spot_share <= 100
    error_message = "spot_share must be between 0 and 100."
  }
}
