# A cell is the whole of Stoa for a part of the tenants: nothing in it depends on another cell.

locals {
  name    = "stoa-${var.environment}-${var.cell}"
  logs_on = ["logs.${var.region}.amazonaws.com"]
}

module "keys" {
  source     = "../../modules/kms"
  name       = local.name
  account_id = var.account_id
  keys = {
    data    = { description = "database, tables, queues and cache", services = ["aps.amazonaws.com", "backup.amazonaws.com", "cloudwatch.amazonaws.com", "sns.amazonaws.com"] }
    media   = { description = "pictures", distributions = var.options.cdn }
    logs    = { description = "logs and their archive", services = concat(local.logs_on, ["firehose.amazonaws.com"]) }
    secrets = { description = "secrets" }
    # ENCRYPTION_KEYS may name it: kms://alias/…-application?region=…
    application = { description = "what the database keeps secret" }
  }
}

module "network" {
  source                   = "../../modules/network"
  name                     = local.name
  region                   = var.region
  cidr                     = var.cidr
  zones                    = var.zones
  nat_per_zone             = var.options.nat_per_zone
  interface_endpoints      = var.options.interface_endpoints
  log_key_arn              = module.keys.arns["logs"]
  log_retention_days       = var.log_retention_days
  permissions_boundary_arn = var.permissions_boundary_arn
}

module "observability" {
  source                = "../../modules/observability"
  name                  = local.name
  key_arn               = module.keys.arns["data"]
  log_key_arn           = module.keys.arns["logs"]
  log_retention_days    = var.log_retention_days
  processes             = local.processes
  addresses             = var.addresses
  has_metrics_workspace = var.options.metrics_workspace
}

module "certificate" {
  source  = "../../modules/certificate"
  domain  = var.domain
  zone_id = var.zone_id
}

module "balancer" {
  source              = "../../modules/alb"
  name                = local.name
  vpc_id              = module.network.vpc_id
  subnet_ids          = module.network.subnet_ids[var.options.cdn ? "app" : "public"]
  is_internal         = var.options.cdn
  certificate_arn     = module.certificate.arn
  log_bucket          = module.access_logs.name
  deletion_protection = var.is_protected
}

module "cluster" {
  source              = "../../modules/ecs_cluster"
  name                = local.name
  log_key_arn         = module.keys.arns["logs"]
  log_retention_days  = var.log_retention_days
  has_service_connect = var.options.service_connect
  spot_share          = var.options.spot_share
}

module "alarms" {
  source          = "../../modules/service_alarms"
  name            = local.name
  region          = var.region
  alarm_topic_arn = module.observability.alarm_topic_arn
  balancer        = module.balancer.arn_suffix
  target_group    = module.balancer.target_group_arn_suffix
  cluster         = module.cluster.name
  services        = { for process in keys(local.services) : "${local.name}-${process}" => local.services[process].size.min }
  database        = module.database.cluster_identifier
}

# Alerts and dashboards are files beside the program, and the same ones that `make check-alerts` tests.
locals {
  observability = "${path.module}/../../../deploy/observability"
  workspaces    = var.options.metrics_workspace ? { metrics = module.observability.metrics_workspace } : {}
}

module "alerts" {
  source        = "../../modules/alerts"
  for_each      = local.workspaces
  name          = local.name
  account_id    = var.account_id
  region        = var.region
  key_arn       = module.keys.arns["data"]
  workspace_id  = each.value.id
  workspace_arn = each.value.arn
  rules         = file("${local.observability}/alerts.yaml")
  addresses     = { page = var.addresses, ticket = coalesce(var.ticket_addresses, var.addresses) }
}

module "dashboards" {
  source                   = "../../modules/dashboards"
  for_each                 = { for key, workspace in local.workspaces : key => workspace if var.options.dashboards }
  name                     = local.name
  account_id               = var.account_id
  region                   = var.region
  permissions_boundary_arn = var.permissions_boundary_arn
  prometheus               = { arn = each.value.arn, url = each.value.url }
  folder                   = "${local.observability}/dashboards"
}
