# Where a cell keeps what it knows. Queues, table and cache are ready for the program, which does not use them yet: no setting of
# theirs is passed.

module "database" {
  source                    = "../../modules/database"
  name                      = local.name
  account_id                = var.account_id
  vpc_id                    = module.network.vpc_id
  subnet_ids                = module.network.subnet_ids["data"]
  client_security_group_ids = merge(local.client_groups, { for key, proxy in module.database_proxy : "proxy" => proxy.security_group_id })
  key_arn                   = module.keys.arns["data"]
  secret_key_arn            = module.keys.arns["secrets"]
  log_key_arn               = module.keys.arns["logs"]
  log_retention_days        = var.log_retention_days
  alarm_topic_arn           = module.observability.alarm_topic_arn
  permissions_boundary_arn  = var.permissions_boundary_arn
  instances                 = var.database.instances
  capacity                  = var.database.capacity
  is_io_optimized           = var.database.is_io_optimized
  backup_days               = var.database.backup_days
  deletion_protection       = var.is_protected
}

module "proxy_secrets" {
  source        = "../../modules/secrets"
  for_each      = toset(var.options.database_proxy ? ["proxy"] : [])
  prefix        = "stoa/${var.environment}/${var.cell}"
  key_arn       = module.keys.arns["secrets"]
  recovery_days = var.is_protected ? 30 : 0
  secrets       = { for role in ["STOA_APP", "STOA_RELAY", "STOA_OPERATOR"] : "PROXY_${role}" => "username and password of the database's role, as JSON" }
}

module "database_proxy" {
  source                    = "../../modules/database_proxy"
  for_each                  = module.proxy_secrets
  name                      = local.name
  account_id                = var.account_id
  cluster_identifier        = local.name
  vpc_id                    = module.network.vpc_id
  subnet_ids                = module.network.subnet_ids["data"]
  client_security_group_ids = local.client_groups
  secrets                   = each.value.arns
  secret_key_arn            = module.keys.arns["secrets"]
  permissions_boundary_arn  = var.permissions_boundary_arn
}

module "queues" {
  source          = "../../modules/queue"
  for_each        = toset(var.options.queues ? ["orders", "mail", "search", "pictures", "documents"] : []) # the program's kinds of work
  name            = "${local.name}-${each.key}"
  key_arn         = module.keys.arns["data"]
  alarm_topic_arn = module.observability.alarm_topic_arn
}

module "catalog" {
  source              = "../../modules/catalog_table"
  for_each            = toset(var.options.catalog_table ? ["catalog"] : [])
  name                = "${local.name}-${each.key}"
  key_arn             = module.keys.arns["data"]
  deletion_protection = var.is_protected
}

module "cache" {
  source                    = "../../modules/cache"
  for_each                  = toset(var.options.cache ? ["cache"] : [])
  name                      = local.name
  vpc_id                    = module.network.vpc_id
  subnet_ids                = module.network.subnet_ids["data"]
  client_security_group_ids = local.client_groups
  key_arn                   = module.keys.arns["data"]
  alarm_topic_arn           = module.observability.alarm_topic_arn
  node_type                 = var.cache.node_type
  shards                    = var.cache.shards
  replicas                  = var.cache.replicas
}

module "backup_keys" {
  source     = "../../modules/kms"
  for_each   = toset(var.options.backup_copies ? ["copy"] : [])
  providers  = { aws = aws.backup }
  name       = "${local.name}-backup"
  account_id = var.account_id
  keys       = { copies = { description = "copies of backups", services = ["backup.amazonaws.com"] } }
}

module "backup_copies" {
  source    = "../../modules/backup_vault"
  for_each  = module.backup_keys
  providers = { aws = aws.backup }
  name      = "${local.name}-copy"
  key_arn   = each.value.arns["copies"]
}

module "backup_vault" {
  source  = "../../modules/backup_vault"
  name    = local.name
  key_arn = module.keys.arns["data"]
}

module "backup" {
  source                   = "../../modules/backup"
  name                     = local.name
  account_id               = var.account_id
  vault_name               = module.backup_vault.name
  has_copies               = var.options.backup_copies
  copy_vault_arn           = one([for vault in module.backup_copies : vault.arn])
  permissions_boundary_arn = var.permissions_boundary_arn
  resources                = merge({ database = module.database.arn }, { for key, table in module.catalog : key => table.arn })
}
