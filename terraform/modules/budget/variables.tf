variable "name" {
  description = "Name of the budget."
  type        = string
}

variable "monthly_usd" {
  description = "What a month may cost, in US dollars."
  type        = number
  validation {
    condition     = var.monthly_usd > 0
    error_message = "monthly_usd must be above 0."
  }
}

variable "addresses" {
  description = "E-mail addresses of cost alerts."
  type        = list(string)
  validation {
    condition     = length(var.addresses) > 0 && length(var.addresses) <= 10
    error_message = "addresses must hold one to ten addresses."
  }
}

variable "anomaly_usd" {
  description = "Unexpected daily cost in US dollars above which a report is sent."
  type        = number
  default     = 50
}
