variable "name" {
  description = "Name of the delivery stream."
  type        = string
}

variable "account_id" {
  description = "AWS account of the logs."
  type        = string
}

variable "region" {
  description = "AWS region of the logs."
  type        = string
}

variable "bucket_arn" {
  description = "Bucket of the archive."
  type        = string
}

variable "key_arn" {
  description = "KMS key of the archive."
  type        = string
}

variable "log_key_arn" {
  description = "KMS key of the stream's own error log."
  type        = string
}

variable "log_groups" {
  description = "Log groups that are archived, by a name of their own."
  type        = map(string)
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of both roles."
  type        = string
}
