variable "name" {
  description = "Name of the service, such as stoa-prod-a-serve."
  type        = string
}

variable "region" {
  description = "AWS region."
  type        = string
}

variable "command" {
  description = "Arguments of the program: [\"serve\"], [\"worker\"] or [\"migrate\"]."
  type        = list(string)
}

variable "image" {
  description = "Image with a tag that never changes, or a digest."
  type        = string
  validation {
    condition     = !endswith(var.image, ":latest") && (strcontains(var.image, "@sha256:") || can(regex(":[A-Za-z0-9._-]+$", var.image)))
    error_message = "image must have a digest or a tag other than latest."
  }
}

variable "cpu" {
  description = "CPU units: 1024 are one virtual core."
  type        = number
  validation {
    condition     = contains([256, 512, 1024, 2048, 4096, 8192, 16384], var.cpu)
    error_message = "cpu must be a size of Fargate: 256, 512, 1024, 2048, 4096, 8192 or 16384."
  }
}

variable "memory" {
  description = "Memory in MiB; Fargate wants two to eight times the cpu's number."
  type        = number
  validation {
    condition     = var.memory >= var.cpu * 2 && var.memory <= var.cpu * 8
    error_message = "memory must be two to eight times cpu."
  }
}

variable "environment" {
  description = "Settings of the program that are no secrets, by name."
  type        = map(string)
  default     = {}
}

variable "secrets" {
  description = "Settings of the program that are secrets: name to the ARN of the secret."
  type        = map(string)
  default     = {}
}

variable "start_role_arn" {
  description = "Role with which ECS starts the task."
  type        = string
}

variable "task_role_arn" {
  description = "Role which the program has."
  type        = string
}

variable "log_group_name" {
  description = "Log group of the program."
  type        = string
}

variable "media" {
  description = "File system for the folder of pictures, with its access point. Null: the folder is the task's own and ends with it."
  type = object({
    file_system_id  = string
    access_point_id = string
  })
  default = null
}

variable "media_dir" {
  description = "Where the program sees that folder."
  type        = string
  default     = "/media"
}

variable "collector" {
  description = "Sidecar that reads the program's metrics and writes them to a Prometheus workspace; null is without."
  type = object({
    image     = string
    write_url = string
  })
  default = null
}

variable "service" {
  description = "The service; null only registers the task, as for migrations."
  type = object({
    cluster_arn        = string
    cluster_name       = string
    vpc_id             = string
    subnet_ids         = list(string)
    min_tasks          = number
    max_tasks          = number
    cpu_target_percent = optional(number, 60)
    exec               = optional(bool, false)
  })
  default = null
  validation {
    condition     = var.service == null ? true : var.service.min_tasks >= 1 && var.service.max_tasks >= var.service.min_tasks
    error_message = "service.min_tasks must be 1 or more, and max_tasks not less."
  }
}

variable "balancer" {
  description = "Balancer in front of the service; null is without."
  type = object({
    target_group_arn  = string
    security_group_id = string
    port              = number
  })
  default = null
}

variable "service_connect" {
  description = "Joins the mesh: the namespace, and the name that others use for this service. Null is without."
  type = object({
    namespace_arn = string
    alias         = string
  })
  default = null
}

variable "stop_timeout_seconds" {
  description = "Seconds between asking the program to stop and killing it; more than its own delay and grace."
  type        = number
  default     = 60
  validation {
    condition     = var.stop_timeout_seconds >= 30 && var.stop_timeout_seconds <= 120
    error_message = "stop_timeout_seconds must be between 30 and 120."
  }
}
