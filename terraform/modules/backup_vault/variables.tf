variable "name" {
  description = "Name of the vault."
  type        = string
}

variable "key_arn" {
  description = "KMS key of the vault, in the vault's region."
  type        = string
}
