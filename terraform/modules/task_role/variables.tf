variable "name" {
  description = "Name of the service that the roles are for, such as stoa-prod-a-serve."
  type        = string
}

variable "account_id" {
  description = "AWS account of the tasks."
  type        = string
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of both roles."
  type        = string
}

variable "pull" {
  description = "What ECS needs to start a task: the image's repository, the secrets it passes, the log groups, the keys of secrets."
  type = object({
    repository_arns = list(string)
    secret_arns     = list(string)
    log_group_arns  = list(string)
    secret_key_arns = list(string)
  })
}

variable "grants" {
  description = "What the program itself may do, by resource. An empty list grants nothing."
  type = object({
    send_queue_arns     = optional(list(string), [])
    consume_queue_arns  = optional(list(string), [])
    read_table_arns     = optional(list(string), [])
    write_table_arns    = optional(list(string), [])
    media_bucket_arns   = optional(list(string), [])
    mail_arns           = optional(list(string), [])
    mail_from_addresses = optional(list(string), [])
    key_arns            = optional(list(string), [])
    metrics_arns        = optional(list(string), [])
    distribution_arns   = optional(list(string), [])
    database_user_arns  = optional(list(string), [])
    file_system_arns    = optional(list(string), [])
    exec                = optional(bool, false)
  })
  default = {}
}
