variable "name" {
  description = "Name of the repository."
  type        = string
}

variable "key_arn" {
  description = "KMS key that encrypts images."
  type        = string
}

variable "keep_images" {
  description = "Released images that are kept to roll back to."
  type        = number
  default     = 50
  validation {
    condition     = var.keep_images >= 5
    error_message = "keep_images must be 5 or more."
  }
}
