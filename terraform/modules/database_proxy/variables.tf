variable "name" {
  description = "Name of the proxy."
  type        = string
}

variable "account_id" {
  description = "AWS account of the proxy."
  type        = string
}

variable "cluster_identifier" {
  description = "Cluster behind the proxy."
  type        = string
}

variable "vpc_id" {
  description = "VPC of the proxy."
  type        = string
}

variable "subnet_ids" {
  description = "Data subnets."
  type        = list(string)
}

variable "client_security_group_ids" {
  description = "Security groups that may connect, by a name of their own."
  type        = map(string)
}

variable "secrets" {
  description = "Secrets with user name and password of each role of the database, by role."
  type        = map(string)
}

variable "secret_key_arn" {
  description = "KMS key of those secrets."
  type        = string
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the proxy's role."
  type        = string
}

variable "connections_percent" {
  description = "Part of the database's connections that the proxy may open."
  type        = number
  default     = 80
  validation {
    condition     = var.connections_percent >= 1 && var.connections_percent <= 100
    error_message = "connections_percent must be between 1 and 100."
  }
}
