variable "domain" {
  description = "Domain of the certificate, without a wildcard."
  type        = string
  validation {
    condition     = can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.domain))
    error_message = "domain must be a domain in lower case, without a wildcard."
  }
}

variable "has_wildcard" {
  description = "Whether the certificate also covers every name directly below the domain."
  type        = bool
  default     = true
}

variable "zone_id" {
  description = "Route 53 zone in which the domain is proven."
  type        = string
}

variable "writes_proof" {
  description = "Whether to write the record that proves the domain. False where a certificate of the same domain in another region writes it: it is the same record."
  type        = bool
  default     = true
}
