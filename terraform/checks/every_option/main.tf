# Never applied: a cell with every option on, so that parts that no environment uses are planned and checked as well.

variable "image_tag" {
  description = "Release that runs, such as v1.4.2."
  type        = string
}


locals {
  account_id = "123456789012"
}

module "cell" {
  source    = "../../stacks/cell"
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1, aws.backup = aws.backup }

  environment              = "staging"
  cell                     = "a"
  account_id               = local.account_id
  region                   = "eu-central-1"
  zones                    = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  cidr                     = "10.30.0.0/18"
  domain                   = "stoa.example"
  zone_id                  = "Z0123456789"
  permissions_boundary_arn = "arn:aws:iam::${local.account_id}:policy/stoa-staging-boundary"
  repository_arn           = "arn:aws:ecr:eu-central-1:${local.account_id}:repository/stoa-staging"
  image                    = "${local.account_id}.dkr.ecr.eu-central-1.amazonaws.com/stoa-staging:${var.image_tag}"
  addresses                = ["platform@stoa.example"]
  is_protected             = true
  log_retention_days       = 30

  settings = { WORKER_PARALLEL = "24", DATABASE_POOL_MAX = "40" }
  mail = {
    identity_arn          = "arn:aws:ses:eu-west-1:${local.account_id}:identity/stoa.example"
    configuration_set_arn = "arn:aws:ses:eu-west-1:${local.account_id}:configuration-set/stoa-staging"
    feedback_topic_arn    = "arn:aws:sns:eu-west-1:${local.account_id}:stoa-staging-feedback"
  }
  media  = { file_system_id = "fs-0123456789abcdef0", access_point_id = "fsap-0123456789abcdef0" }
  serve  = { cpu = 4096, memory = 8192, min = 6, max = 60 }
  worker = { cpu = 2048, memory = 4096, min = 4, max = 40 }
  cache  = { node_type = "cache.r7g.large", shards = 3, replicas = 2 }

  database = {
    instances       = { for name in ["one", "two", "three"] : name => { class = "db.r7g.2xlarge" } }
    is_io_optimized = true
    backup_days     = 35
  }

  options = {
    interface_endpoints = ["ecr.api", "ecr.dkr", "kms", "logs", "secretsmanager", "sqs", "sts"]
    service_connect     = true
    api_gateway         = true
    database_proxy      = true
    cache               = true
    exec                = true
    spot_share          = 50
  }
}

output "cell" {
  description = "As an environment has it."
  value       = module.cell
}
