variable "name" {
  description = "Prefix of the roles' names, such as stoa-prod."
  type        = string
}

variable "repository" {
  description = "Repository whose workflows may sign in: owner/name."
  type        = string
  validation {
    condition     = can(regex("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", var.repository))
    error_message = "repository must be owner/name."
  }
}

variable "environment" {
  description = "GitHub environment that deploys: the one with reviewers."
  type        = string
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the roles."
  type        = string
}

variable "repository_arn" {
  description = "Registry that images are pushed to."
  type        = string
}

variable "cluster_arns" {
  description = "ECS clusters that are deployed to; may hold wildcards for cells of the same name."
  type        = list(string)
}

variable "service_arns" {
  description = "ECS services that are updated; may hold wildcards."
  type        = list(string)
}


variable "task_definition_arns" {
  description = "Task definitions that may be started, such as migrations; may hold wildcards."
  type        = list(string)
}

variable "passed_role_arns" {
  description = "Roles that tasks are started with; may hold wildcards."
  type        = list(string)
}
