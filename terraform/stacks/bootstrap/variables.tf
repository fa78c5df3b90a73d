variable "name" {
  description = "Prefix of every name, such as stoa-prod."
  type        = string
}

variable "account_id" {
  description = "AWS account."
  type        = string
}

variable "is_protected" {
  description = "Whether state cannot be destroyed with the stack."
  type        = bool
  default     = true
}
