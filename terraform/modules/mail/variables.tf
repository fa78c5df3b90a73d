variable "domain" {
  description = "Domain that mail is sent from."
  type        = string
}

variable "name" {
  description = "Name of the configuration set."
  type        = string
}

variable "region" {
  description = "AWS region, for the return path."
  type        = string
}

variable "zone_id" {
  description = "Route 53 zone of the domain."
  type        = string
}

variable "key_arn" {
  description = "KMS key of the topic that is told of bounces and complaints."
  type        = string
}

variable "report_address" {
  description = "Address that other mail servers send their DMARC reports to."
  type        = string
  validation {
    condition     = strcontains(var.report_address, "@")
    error_message = "report_address must be an e-mail address."
  }
}

variable "account_id" {
  description = "AWS account of the sender."
  type        = string
}
