variable "name" {
  description = "Prefix of every name, such as stoa-prod-a."
  type        = string
}

variable "account_id" {
  description = "AWS account."
  type        = string
}

variable "region" {
  description = "AWS region of workspace and topics."
  type        = string
}

variable "key_arn" {
  description = "KMS key of the topics. aps.amazonaws.com must be allowed to use it."
  type        = string
}

variable "workspace_id" {
  description = "Prometheus workspace that keeps the program's metrics."
  type        = string
}

variable "workspace_arn" {
  description = "ARN of that workspace."
  type        = string
}

variable "rules" {
  description = "Rules as a file of Prometheus has them: the content of deploy/observability/alerts.yaml."
  type        = string
  validation {
    condition     = try(length(yamldecode(var.rules).groups) > 0, false)
    error_message = "rules must be a file of Prometheus rules with at least one group."
  }
  validation {
    condition     = try(alltrue(flatten([for group in yamldecode(var.rules).groups : [for rule in group.rules : contains(keys(var.addresses), rule.labels.severity) if can(rule.alert)]])), false)
    error_message = "rules must give every alert a label severity that addresses names."
  }
}

variable "addresses" {
  description = "E-mail addresses by severity: page wakes somebody up, ticket waits for the morning."
  type        = map(set(string))
  validation {
    condition     = contains(keys(var.addresses), "page") && alltrue([for addresses in var.addresses : length(addresses) > 0])
    error_message = "addresses must name page, and at least one address for every severity."
  }
}
