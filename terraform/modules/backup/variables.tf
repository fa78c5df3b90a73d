variable "name" {
  description = "Name of the vault and the plan."
  type        = string
}

variable "account_id" {
  description = "AWS account of the vault."
  type        = string
}

variable "vault_name" {
  description = "Vault in the same region."
  type        = string
}

variable "has_copies" {
  description = "Whether copies are kept in another region."
  type        = bool
  default     = false
}

variable "copy_vault_arn" {
  description = "Vault in another region; used when has_copies is true."
  type        = string
  default     = null
}

variable "resources" {
  description = "ARNs that are backed up, by name."
  type        = map(string)
}

variable "keep_days" {
  description = "Days that daily backups are kept, here and in the other region."
  type        = number
  default     = 35
  validation {
    condition     = var.keep_days >= 7
    error_message = "keep_days must be 7 or more."
  }
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the role."
  type        = string
}
