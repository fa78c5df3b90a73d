variable "name" {
  description = "Prefix of every name, such as stoa-prod-a."
  type        = string
  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,30}$", var.name))
    error_message = "name must be 3 to 31 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "region" {
  description = "AWS region, such as eu-central-1."
  type        = string
}

variable "cidr" {
  description = "IPv4 range of the VPC, a /16 to /20. Cells of one account must not overlap."
  type        = string
  validation {
    condition     = can(cidrhost(var.cidr, 0)) && try(tonumber(split("/", var.cidr)[1]) >= 16 && tonumber(split("/", var.cidr)[1]) <= 20, false)
    error_message = "cidr must be an IPv4 range between /16 and /20."
  }
}

variable "zones" {
  description = "Availability zones, two or three."
  type        = list(string)
  validation {
    condition     = length(var.zones) >= 2 && length(var.zones) <= 3 && length(distinct(var.zones)) == length(var.zones)
    error_message = "zones must name two or three different availability zones."
  }
}

variable "nat_per_zone" {
  description = "One NAT gateway in each zone (true), or one for all (false: cheaper, and a zone's failure cuts off the others)."
  type        = bool
  default     = true
}

variable "interface_endpoints" {
  description = "AWS services reached privately, by their short names. Each costs money in every zone; without one, traffic goes through NAT."
  type        = set(string)
  default     = []
  validation {
    condition     = alltrue([for service in var.interface_endpoints : can(regex("^[a-z0-9.-]+$", service))])
    error_message = "interface_endpoints must be short service names, such as ecr.dkr."
  }
}

variable "log_key_arn" {
  description = "KMS key that encrypts the flow logs."
  type        = string
}

variable "log_retention_days" {
  description = "Days that flow logs are kept."
  type        = number
  default     = 30
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of every role."
  type        = string
}
