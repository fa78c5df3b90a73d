variable "name" {
  description = "Prefix of every name, such as stoa-prod-a."
  type        = string
}

variable "aliases" {
  description = "Host names of the distribution, covered by the certificate: the platform's domain and its wildcard."
  type        = list(string)
}

variable "certificate_arn" {
  description = "Certificate in us-east-1."
  type        = string
}

variable "web_acl_arn" {
  description = "Access list of scope CLOUDFRONT."
  type        = string
}

variable "balancer_arn" {
  description = "Internal balancer that requests go to."
  type        = string
}

variable "origin_name" {
  description = "Host name in the balancer's certificate."
  type        = string
}

variable "media_domain_name" {
  description = "Regional domain name of the bucket with pictures."
  type        = string
}

variable "price_class" {
  description = "Where in the world CloudFront answers."
  type        = string
  default     = "PriceClass_100"
  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "price_class must be PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "allows_tenant_domains" {
  description = "Whether tenants may have domains of their own: a second, multi-tenant distribution that the platform adds domains to at run time."
  type        = bool
  default     = false
}

variable "alarm_topic_arn" {
  description = "SNS topic that is told when the multi-tenant distribution changes."
  type        = string
}
