variable "name" {
  description = "Prefix of every name, such as stoa-prod-a."
  type        = string
}

variable "account_id" {
  description = "AWS account that administers the keys."
  type        = string
  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits."
  }
}

variable "keys" {
  description = "Keys by purpose, and the AWS services that may use each of them for this account."
  type = map(object({
    description = string
    services    = optional(set(string), [])
    # CloudFront signs for a distribution, not for an account.
    distributions = optional(bool, false)
  }))
  validation {
    condition     = length(var.keys) > 0 && alltrue([for key in var.keys : alltrue([for service in key.services : endswith(service, ".amazonaws.com")])])
    error_message = "keys must not be empty, and services must be service principals such as logs.eu-central-1.amazonaws.com."
  }
}

variable "deletion_window_days" {
  description = "Days between asking for a key's deletion and its deletion."
  type        = number
  default     = 30
  validation {
    condition     = var.deletion_window_days >= 7 && var.deletion_window_days <= 30
    error_message = "deletion_window_days must be between 7 and 30."
  }
}
