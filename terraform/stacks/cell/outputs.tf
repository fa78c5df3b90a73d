output "settings" {
  description = "Names of the settings that each process is given. A check holds them equal to .env.sample."
  value       = { for process, service in module.service : process => service.setting_names }
}

output "secret_arns" {
  description = "Secrets that the operator fills once, by setting."
  value       = module.secrets.arns
}

output "database" {
  description = "How the database is reached, for the secrets DATABASE_…_URL."
  value = {
    host          = module.database.endpoint
    readers       = module.database.reader_endpoint
    proxy         = one([for proxy in module.database_proxy : proxy.endpoint])
    master_secret = module.database.master_secret_arn
  }
}

output "cluster_name" {
  description = "ECS cluster."
  value       = module.cluster.name
}

output "migration" {
  description = "How migrations are run: task, subnets and security group for `aws ecs run-task`."
  value = {
    task_definition = module.service["migrate"].task_definition_arn
    subnets         = module.network.subnet_ids["app"]
    security_group  = module.service["worker"].security_group_id
  }
}

output "tenant_domains" {
  description = "What adds a tenant's own domain at run time; null without."
  value       = one([for cdn in module.cdn : cdn.tenant_domains])
}

output "media_bucket" {
  description = "Bucket of pictures. Not used by the program yet."
  value       = module.media.name
}

output "queue_urls" {
  description = "Queues by name. Not used by the program yet."
  value       = { for name, queue in module.queues : name => queue.url }
}

output "catalog_table" {
  description = "Catalogue as storefronts read it; null without. Not used by the program yet."
  value       = one([for table in module.catalog : table.name])
}

output "cache_endpoint" {
  description = "Valkey; null without. Not used by the program yet."
  value       = one([for cache in module.cache : cache.endpoint])
}

output "api_gateway_endpoint" {
  description = "Gateway for partners' programs; null without."
  value       = one([for gateway in module.api_gateway : gateway.endpoint])
}

output "grafana_url" {
  description = "Where the dashboards are; null without."
  value       = one([for dashboards in module.dashboards : dashboards.url])
}

output "alert_topic_arns" {
  description = "SNS topics of the program's alerts by severity."
  value       = merge([for alerts in module.alerts : alerts.topic_arns]...)
}
