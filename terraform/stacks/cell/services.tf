locals {
  services  = { serve = { size = var.serve, balanced = true }, worker = { size = var.worker, balanced = false } }
  processes = toset(["serve", "worker", "migrate"])

  # Groups of tasks that connect to the data. Migrations run in the worker's. Written out one by one: a loop over the module would make the
  # database's rules wait for services that need them to become healthy.
  client_groups = {
    serve  = module.service["serve"].security_group_id
    worker = module.service["worker"].security_group_id
  }

  media_dir = "/media"
  # A file system goes before the bucket. An empty setting is one that is not set.
  media_url = var.media == null ? "s3://${module.media.name}/t?region=${var.region}" : ""
  # Whose roles use the bucket.
  media_processes = toset(var.media == null ? ["serve", "worker"] : [])
  # Where the sender is: the global stack may be in another region.
  mail_region = try(split(":", var.mail.identity_arn)[3], var.region)
  mail_settings = { for name, value in {
    MAIL_URL           = try("ses://${local.mail_region}?configuration_set=${element(split("/", var.mail.configuration_set_arn), 1)}", "")
    SES_FEEDBACK_TOPIC = try(format("sns://%[5]s/%[6]s?region=%[4]s", split(":", var.mail.feedback_topic_arn)...), "")
  } : name => value if var.mail != null }
  environment = merge({
    PLATFORM_DOMAIN        = var.domain
    PLATFORM_HOSTS         = "api.${var.domain}"
    LISTEN_ADDR            = "0.0.0.0:8080"
    METRICS_ADDR           = "127.0.0.1:9464"
    TRUSTED_PROXIES        = var.cidr
    MAIL_FROM              = "no-reply@${var.domain}"
    MEDIA_DIR              = local.media_dir
    MEDIA_URL              = local.media_url
    PRODUCT_DOCUMENTS      = var.options.catalog_table ? "dynamodb://${module.catalog["catalog"].name}?region=${var.region}" : ""
    SHUTDOWN_DELAY_SECONDS = "10"
    SHUTDOWN_GRACE_SECONDS = "30"
    WORK_QUEUE             = var.options.queues ? "sqs://${var.account_id}/${local.name}?region=${var.region}" : ""
  }, local.mail_settings, var.settings)

  further_secrets = {
    MAIL_SECOND_URL      = "mail server that takes over, with user and password"
    REDIS_URL            = "address of the Redis that all processes share, with user and password"
    SENDGRID_WEBHOOK_KEY = "public key that SendGrid signs its webhooks with"
    SMS_URL              = "account and token for text messages"
  }

  # Which process is given which secret. The owner's address is for migrations only.
  secrets = merge({ for name, what in local.further_secrets : name => { what = what, for = ["serve", "worker"] } if contains(var.further_secrets, name) }, {
    for name in ["MAIL_URL"] : name => { what = "mail server, with user and password", for = ["serve", "worker"] } if var.mail == null }, {
    DATABASE_URL           = { what = "address of the database as stoa_app", for = ["serve", "worker"] }
    DATABASE_RELAY_URL     = { what = "address of the database as stoa_relay", for = ["serve", "worker"] }
    DATABASE_OPERATOR_URL  = { what = "address of the database as stoa_operator", for = ["serve", "worker"] }
    DATABASE_OWNER_URL     = { what = "address of the database as stoa_owner", for = ["migrate"] }
    TOKEN_KEYS             = { what = "Ed25519 private keys that sign access tokens", for = ["serve", "worker"] }
    ENCRYPTION_KEYS        = { what = "keys that encrypt what the database keeps secret", for = ["serve", "worker"] }
    STRIPE_SECRET_KEY      = { what = "secret key of the platform's Stripe account", for = ["serve", "worker"] }
    STRIPE_PUBLISHABLE_KEY = { what = "key of that account for browsers", for = ["serve", "worker"] }
    STRIPE_WEBHOOK_SECRETS = { what = "signing secrets of the webhook endpoint", for = ["serve", "worker"] }
  })
}

module "secrets" {
  source        = "../../modules/secrets"
  prefix        = "stoa/${var.environment}/${var.cell}"
  key_arn       = module.keys.arns["secrets"]
  recovery_days = var.is_protected ? 30 : 0
  secrets       = { for name, secret in local.secrets : name => secret.what }
}

module "role" {
  source                   = "../../modules/task_role"
  for_each                 = local.processes
  name                     = "${local.name}-${each.key}"
  account_id               = var.account_id
  permissions_boundary_arn = var.permissions_boundary_arn

  pull = {
    repository_arns = [var.repository_arn]
    secret_arns     = [for name, secret in local.secrets : module.secrets.arns[name] if contains(secret.for, each.key)]
    log_group_arns  = [module.observability.log_group_arns[each.key]]
    secret_key_arns = [module.keys.arns["secrets"]]
  }

  # Only what the program does. Both processes read the documents of products, and the worker puts them.
  grants = {
    send_queue_arns     = [for queue in module.queues : queue.arn if each.key == "worker"]
    consume_queue_arns  = [for queue in module.queues : queue.arn if each.key == "worker"]
    read_table_arns     = [for table in module.catalog : table.arn if each.key == "serve"]
    write_table_arns    = [for table in module.catalog : table.arn if each.key == "worker"]
    mail_arns           = [for arn in var.mail == null || each.key != "worker" ? [] : [var.mail.identity_arn, var.mail.configuration_set_arn] : arn]
    mail_from_addresses = [local.environment.MAIL_FROM]
    media_bucket_arns   = [for process in local.media_processes : module.media.arn if process == each.key]
    key_arns = concat(
      [for process in local.media_processes : module.keys.arns["media"] if process == each.key],
      [for process in ["serve", "worker"] : module.keys.arns["application"] if process == each.key],
      [for key in ["data"] : module.keys.arns[key] if var.options.queues && each.key == "worker" || var.options.catalog_table && contains(["serve", "worker"], each.key)],
    )
    metrics_arns     = [for arn in var.options.metrics_workspace && each.key != "migrate" ? ["workspace"] : [] : module.observability.metrics_arn]
    file_system_arns = [for media in var.media == null || each.key == "migrate" ? [] : [var.media] : "arn:aws:elasticfilesystem:${var.region}:${var.account_id}:file-system/${media.file_system_id}"]
    exec             = var.options.exec && each.key != "migrate"
  }
}

module "service" {
  source         = "../../modules/ecs_service"
  for_each       = local.processes
  name           = "${local.name}-${each.key}"
  region         = var.region
  command        = [each.key]
  image          = var.image
  cpu            = try(local.services[each.key].size.cpu, 256)
  memory         = try(local.services[each.key].size.memory, 512)
  environment    = each.key == "migrate" ? {} : local.environment
  secrets        = { for name, secret in local.secrets : name => module.secrets.arns[name] if contains(secret.for, each.key) }
  start_role_arn = module.role[each.key].start_role_arn
  task_role_arn  = module.role[each.key].task_role_arn
  log_group_name = module.observability.log_group_names[each.key]
  media          = var.media
  media_dir      = local.media_dir

  collector = var.options.metrics_workspace && contains(keys(local.services), each.key) ? {
    image     = var.collector_image
    write_url = module.observability.metrics_write_url
  } : null

  service = contains(keys(local.services), each.key) ? {
    cluster_arn  = module.cluster.arn
    cluster_name = module.cluster.name
    vpc_id       = module.network.vpc_id
    subnet_ids   = module.network.subnet_ids["app"]
    min_tasks    = local.services[each.key].size.min
    max_tasks    = local.services[each.key].size.max
    exec         = var.options.exec
  } : null

  balancer = try(local.services[each.key].balanced, false) ? {
    target_group_arn  = module.balancer.target_group_arn
    security_group_id = module.balancer.security_group_id
    port              = 8080
  } : null

  service_connect = var.options.service_connect && contains(keys(local.services), each.key) ? {
    namespace_arn = module.cluster.namespace_arn
    alias         = each.key
  } : null
}
