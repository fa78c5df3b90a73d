variable "name" {
  description = "Name of the access list."
  type        = string
}

variable "scope" {
  description = "CLOUDFRONT (with a provider of us-east-1) or REGIONAL."
  type        = string
  validation {
    condition     = contains(["CLOUDFRONT", "REGIONAL"], var.scope)
    error_message = "scope must be CLOUDFRONT or REGIONAL."
  }
}

variable "requests_per_address" {
  description = "Requests of one address in five minutes, above which it is blocked. The program's own limits are finer."
  type        = number
  default     = 20000
  validation {
    condition     = var.requests_per_address >= 100
    error_message = "requests_per_address must be 100 or more."
  }
}

variable "managed_rules" {
  description = "Rule groups of AWS by priority. Rules named in count_only are counted, not blocked."
  type = map(object({
    priority   = number
    count_only = optional(list(string), [])
  }))
  default = {
    # Product descriptions and imports are larger than the body rule allows; the program limits bodies itself.
    AWSManagedRulesCommonRuleSet          = { priority = 10, count_only = ["SizeRestrictions_BODY"] }
    AWSManagedRulesKnownBadInputsRuleSet  = { priority = 20 }
    AWSManagedRulesAmazonIpReputationList = { priority = 30 }
  }
}

variable "resource_arns" {
  description = "Balancers that the list protects, by name. CloudFront names the list itself."
  type        = map(string)
  default     = {}
}

variable "log_key_arn" {
  description = "KMS key of the log group, in the list's region."
  type        = string
}

variable "log_retention_days" {
  description = "Days that logs of blocked requests are kept."
  type        = number
  default     = 30
}
