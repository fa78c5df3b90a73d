variable "serve" {
  description = "Size and number of the tasks that answer requests."
  type        = object({ cpu = number, memory = number, min = number, max = number })
}

variable "worker" {
  description = "Size and number of the tasks that work on messages."
  type        = object({ cpu = number, memory = number, min = number, max = number })
}

variable "database" {
  description = "The database: instances by name, their size, days of backups."
  type = object({
    instances       = map(object({ class = string, promotion_tier = optional(number, 1) }))
    capacity        = optional(object({ min = number, max = number }), { min = 0.5, max = 4 })
    is_io_optimized = optional(bool, false)
    backup_days     = optional(number, 14)
  })
}

variable "cache" {
  description = "Size of the Valkey cache, if there is one."
  type        = object({ node_type = string, shards = number, replicas = number })
  default     = { node_type = "cache.t4g.small", shards = 1, replicas = 1 }
}

variable "options" {
  description = "Parts that a cell may do without."
  type = object({
    nat_per_zone        = optional(bool, true)
    interface_endpoints = optional(set(string), [])
    cdn                 = optional(bool, true)
    tenant_domains      = optional(bool, true)
    service_connect     = optional(bool, false)
    api_gateway         = optional(bool, false)
    database_proxy      = optional(bool, false)
    queues              = optional(bool, true)
    catalog_table       = optional(bool, true)
    cache               = optional(bool, false)
    metrics_workspace   = optional(bool, true)
    dashboards          = optional(bool, true)
    backup_copies       = optional(bool, true)
    exec                = optional(bool, false)
    spot_share          = optional(number, 0)
  })
  default = {}
  validation {
    condition     = !(var.options.tenant_domains && !var.options.cdn)
    error_message = "options.tenant_domains needs options.cdn."
  }
  validation {
    condition     = !(var.options.dashboards && !var.options.metrics_workspace)
    error_message = "options.dashboards needs options.metrics_workspace."
  }
}

variable "collector_image" {
  description = "AWS's build of the OpenTelemetry collector, for metrics."
  type        = string
  default     = "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3"
}
