variable "environment" {
  description = "dev, staging or prod."
  type        = string
  validation {
    condition     = contains(["dev", "staging", "prod"], var.environment)
    error_message = "environment must be dev, staging or prod."
  }
}

variable "cell" {
  description = "Short name of the cell: a, b, …"
  type        = string
  validation {
    condition     = can(regex("^[a-z][a-z0-9]{0,3}$", var.cell))
    error_message = "cell must be one to four lower-case letters and digits, beginning with a letter."
  }
}

variable "account_id" {
  description = "AWS account."
  type        = string
}

variable "region" {
  description = "AWS region of the cell."
  type        = string
}

variable "zones" {
  description = "Availability zones of the cell."
  type        = list(string)
}

variable "cidr" {
  description = "IPv4 range of the cell's VPC."
  type        = string
}

variable "domain" {
  description = "Domain of the cell: the program's PLATFORM_DOMAIN, below which tenants get their hosts."
  type        = string
}

variable "zone_id" {
  description = "Route 53 zone that holds the domain."
  type        = string
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of every role."
  type        = string
}

variable "repository_arn" {
  description = "Registry of images."
  type        = string
}

variable "image" {
  description = "Image of the program, with a tag that never changes."
  type        = string
}

variable "addresses" {
  description = "E-mail addresses that alarms of AWS and alerts of severity page go to."
  type        = set(string)
}

variable "ticket_addresses" {
  description = "E-mail addresses that alerts of severity ticket go to. Null: to the same as the others."
  type        = set(string)
  default     = null
}

variable "is_protected" {
  description = "Whether data, balancer and buckets refuse deletion."
  type        = bool
  default     = true
}

variable "log_retention_days" {
  description = "Days that logs can be searched."
  type        = number
  default     = 30
}

variable "settings" {
  description = "Further settings of the program that are no secrets, from .env.sample."
  type        = map(string)
  default     = {}
}

variable "further_secrets" {
  description = "Secrets that the program does without: a second mail server, SendGrid's public key, text messages, a Redis. Each needs a value before the tasks start."
  type        = set(string)
  default     = []
  validation {
    condition     = length(setsubtract(var.further_secrets, ["MAIL_SECOND_URL", "REDIS_URL", "SENDGRID_WEBHOOK_KEY", "SMS_URL"])) == 0
    error_message = "further_secrets are MAIL_SECOND_URL, REDIS_URL, SENDGRID_WEBHOOK_KEY and SMS_URL."
  }
}

variable "media" {
  description = "EFS file system and access point to keep pictures in, by MEDIA_DIR. Null: they are kept in the media bucket, by MEDIA_URL."
  type = object({
    file_system_id  = string
    access_point_id = string
  })
  default = null
}

variable "mail" {
  description = "Output mail of the global stack, to send by SES's API with the worker's role. Null: mail leaves by the server of the secret MAIL_URL."
  type = object({
    identity_arn          = string
    configuration_set_arn = string
    feedback_topic_arn    = string
  })
  default = null
}
