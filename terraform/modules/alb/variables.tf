variable "name" {
  description = "Name of the balancer, at most 32 characters."
  type        = string
  validation {
    condition     = length(var.name) <= 32
    error_message = "name must not be longer than 32 characters."
  }
}

variable "vpc_id" {
  description = "VPC of the balancer."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets: public ones when it faces the internet, app ones when it is internal."
  type        = list(string)
}

variable "is_internal" {
  description = "Whether only CloudFront reaches it (through a VPC origin), or the internet."
  type        = bool
  default     = true
}

variable "certificate_arn" {
  description = "Certificate of the balancer's own name."
  type        = string
}

variable "further_certificate_arns" {
  description = "Certificates of tenants' own domains, by domain. For installations without CloudFront; a balancer takes 25."
  type        = map(string)
  default     = {}
}

variable "port" {
  description = "Port that the program listens on."
  type        = number
  default     = 8080
}

variable "log_bucket" {
  description = "Bucket that takes access logs."
  type        = string
}

variable "deletion_protection" {
  description = "Whether the balancer refuses deletion."
  type        = bool
  default     = true
}

variable "deregistration_seconds" {
  description = "How long requests on a leaving task may still go on: SHUTDOWN_DELAY_SECONDS and SHUTDOWN_GRACE_SECONDS together."
  type        = number
  default     = 40
}
