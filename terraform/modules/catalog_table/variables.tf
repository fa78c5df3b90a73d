variable "name" {
  description = "Name of the table."
  type        = string
}

variable "key_arn" {
  description = "KMS key that encrypts the table."
  type        = string
}

variable "deletion_protection" {
  description = "Whether the table refuses deletion."
  type        = bool
  default     = true
}
