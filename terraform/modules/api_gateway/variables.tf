variable "name" {
  description = "Name of the gateway."
  type        = string
}

variable "vpc_id" {
  description = "VPC of the link."
  type        = string
}

variable "subnet_ids" {
  description = "App subnets."
  type        = list(string)
}

variable "listener_arn" {
  description = "HTTPS listener of the balancer."
  type        = string
}

variable "origin_name" {
  description = "Host name in the balancer's certificate."
  type        = string
}

variable "balancer_security_group_id" {
  description = "Security group of the balancer."
  type        = string
}

variable "log_key_arn" {
  description = "KMS key of the access log."
  type        = string
}

variable "log_retention_days" {
  description = "Days that the access log is kept."
  type        = number
  default     = 30
}

variable "requests_per_second" {
  description = "Requests of all clients in a second, above which the gateway refuses."
  type        = number
  default     = 500
}
