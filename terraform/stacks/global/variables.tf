variable "environment" {
  description = "dev, staging or prod."
  type        = string
  validation {
    condition     = contains(["dev", "staging", "prod"], var.environment)
    error_message = "environment must be dev, staging or prod."
  }
}

variable "account_id" {
  description = "AWS account."
  type        = string
}

variable "region" {
  description = "Home region of the environment."
  type        = string
}

variable "regions" {
  description = "Every region that roles may act in, the backup region and us-east-1 included."
  type        = set(string)
}

variable "domain" {
  description = "Domain of the environment; its zone is made here and has to be delegated once."
  type        = string
}

variable "repository" {
  description = "GitHub repository that deploys: owner/name."
  type        = string
}

variable "monthly_usd" {
  description = "Budget of a month in US dollars."
  type        = number
}

variable "addresses" {
  description = "E-mail addresses that are told of costs; the first receives reports about mail."
  type        = list(string)
}
