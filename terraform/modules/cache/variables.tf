variable "name" {
  description = "Name of the replication group, at most 40 characters."
  type        = string
  validation {
    condition     = length(var.name) <= 40
    error_message = "name must not be longer than 40 characters."
  }
}

variable "vpc_id" {
  description = "VPC of the cache."
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

variable "key_arn" {
  description = "KMS key of data at rest."
  type        = string
}

variable "node_type" {
  description = "Size of each node."
  type        = string
  default     = "cache.t4g.small"
}

variable "shards" {
  description = "Shards; each has its replicas."
  type        = number
  default     = 1
}

variable "replicas" {
  description = "Replicas of each shard. With none, a failure empties the cache."
  type        = number
  default     = 1
  validation {
    condition     = var.replicas >= 0 && var.replicas <= 5
    error_message = "replicas must be between 0 and 5."
  }
}

variable "alarm_topic_arn" {
  description = "SNS topic of alarms."
  type        = string
}
