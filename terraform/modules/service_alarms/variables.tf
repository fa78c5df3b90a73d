variable "name" {
  description = "Prefix of every name, such as stoa-prod-a."
  type        = string
}

variable "region" {
  description = "AWS region, for the dashboard."
  type        = string
}

variable "alarm_topic_arn" {
  description = "SNS topic of alarms."
  type        = string
}

variable "balancer" {
  description = "How metrics name the balancer."
  type        = string
}

variable "target_group" {
  description = "How metrics name the target group."
  type        = string
}

variable "cluster" {
  description = "ECS cluster."
  type        = string
}

variable "services" {
  description = "Services and the fewest tasks that each must have."
  type        = map(number)
}

variable "database" {
  description = "Aurora cluster, for the dashboard."
  type        = string
}
