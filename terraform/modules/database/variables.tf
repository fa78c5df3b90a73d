variable "name" {
  description = "Name of the cluster."
  type        = string
}

variable "engine_version" {
  description = "Version of Aurora PostgreSQL, 15 or newer."
  type        = string
  default     = "17.6"
  validation {
    condition     = try(tonumber(split(".", var.engine_version)[0]) >= 15, false)
    error_message = "engine_version must be 15 or newer."
  }
}

variable "vpc_id" {
  description = "VPC of the database."
  type        = string
}

variable "subnet_ids" {
  description = "Data subnets."
  type        = list(string)
}

variable "client_security_group_ids" {
  description = "Security groups that may connect, by a name of their own."
  type        = map(string)
}

variable "key_arn" {
  description = "KMS key of data, backups and insights."
  type        = string
}

variable "secret_key_arn" {
  description = "KMS key of the master password, which AWS makes and rotates."
  type        = string
}

variable "instances" {
  description = "Instances by name: writer and readers. The class db.serverless takes its size from capacity."
  type = map(object({
    class          = string
    promotion_tier = optional(number, 1)
  }))
  validation {
    condition     = length(var.instances) >= 1 && length(var.instances) <= 16
    error_message = "instances must hold one to sixteen instances."
  }
}

variable "capacity" {
  description = "Smallest and largest size of serverless instances, in Aurora capacity units of about 2 GiB."
  type        = object({ min = number, max = number })
  default     = { min = 0.5, max = 4 }
}

variable "is_io_optimized" {
  description = "Storage without a charge for each request: cheaper when requests are more than a quarter of the bill."
  type        = bool
  default     = false
}

variable "backup_days" {
  description = "Days to which the database can be brought back."
  type        = number
  default     = 14
  validation {
    condition     = var.backup_days >= 1 && var.backup_days <= 35
    error_message = "backup_days must be between 1 and 35."
  }
}

variable "deletion_protection" {
  description = "Whether the cluster refuses deletion, and leaves a snapshot when it is deleted all the same."
  type        = bool
  default     = true
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the monitoring role."
  type        = string
}

variable "account_id" {
  description = "AWS account of the cluster."
  type        = string
}

variable "log_key_arn" {
  description = "KMS key of the log group."
  type        = string
}

variable "log_retention_days" {
  description = "Days that the database's log is kept."
  type        = number
  default     = 30
}

variable "alarm_topic_arn" {
  description = "SNS topic of alarms."
  type        = string
}
