variable "name" {
  description = "Globally unique name of the bucket."
  type        = string
  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 63 lower-case letters, digits and hyphens."
  }
}

variable "key_arn" {
  description = "KMS key; null only with uses_amazons_key."
  type        = string
  default     = null
  validation {
    condition     = var.uses_amazons_key == (var.key_arn == null)
    error_message = "key_arn must be given, unless uses_amazons_key is true."
  }
}

variable "uses_amazons_key" {
  description = "Amazon's own key, for the few services that cannot write with ours: access logs of load balancers."
  type        = bool
  default     = false
}

variable "force_destroy" {
  description = "Whether destroying the bucket deletes its objects. For development only."
  type        = bool
  default     = false
}

variable "object_lock_days" {
  description = "Days during which objects cannot be deleted or overwritten (governance mode); 0 is without a lock. Can only be chosen when the bucket is created."
  type        = number
  default     = 0
}

variable "archive_after_days" {
  description = "Days after which objects move to Glacier Instant Retrieval; 0 is never."
  type        = number
  default     = 0
}

variable "expire_after_days" {
  description = "Days after which objects are deleted; 0 is never."
  type        = number
  default     = 0
}

variable "old_versions_days" {
  description = "Days that overwritten and deleted objects can be brought back."
  type        = number
  default     = 30
  validation {
    condition     = var.old_versions_days >= 1
    error_message = "old_versions_days must be 1 or more."
  }
}

variable "policy_documents" {
  description = "Further statements of the bucket's policy, as JSON documents."
  type        = list(string)
  default     = []
}

variable "cors_origins" {
  description = "Origins whose pages may upload with a signed form. Empty is without CORS."
  type        = list(string)
  default     = []
}

variable "log_bucket" {
  description = "Bucket that access logs are written to; null is without access logs."
  type        = string
  default     = null
}
