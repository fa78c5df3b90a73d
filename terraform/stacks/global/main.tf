# What an environment has once, whatever the number of its cells.

locals {
  name = "stoa-${var.environment}"
}

module "boundary" {
  source  = "../../modules/iam_boundary"
  name    = "${local.name}-boundary"
  regions = var.regions
}

module "keys" {
  source     = "../../modules/kms"
  name       = "${local.name}-global"
  account_id = var.account_id
  keys = {
    images = { description = "container images" }
    mail   = { description = "bounces and complaints", services = ["ses.amazonaws.com", "sns.amazonaws.com"] }
  }
}

module "images" {
  source  = "../../modules/ecr"
  name    = local.name
  key_arn = module.keys.arns["images"]
}

resource "aws_route53_zone" "this" {
  name    = var.domain
  comment = "Stoa ${var.environment}"
}

module "mail" {
  source         = "../../modules/mail"
  name           = local.name
  account_id     = var.account_id
  domain         = var.domain
  region         = var.region
  zone_id        = aws_route53_zone.this.zone_id
  key_arn        = module.keys.arns["mail"]
  report_address = var.addresses[0]
}

module "pipeline" {
  source                   = "../../modules/github_oidc"
  name                     = local.name
  repository               = var.repository
  environment              = var.environment
  permissions_boundary_arn = module.boundary.arn
  repository_arn           = module.images.arn
  cluster_arns             = ["arn:aws:ecs:*:${var.account_id}:cluster/${local.name}-*"]
  service_arns             = ["arn:aws:ecs:*:${var.account_id}:service/${local.name}-*/${local.name}-*"]
  task_definition_arns     = ["arn:aws:ecs:*:${var.account_id}:task-definition/${local.name}-*:*"]
  passed_role_arns         = [for kind in ["start", "task"] : "arn:aws:iam::${var.account_id}:role/${local.name}-*-${kind}"]
}

module "budget" {
  source      = "../../modules/budget"
  name        = local.name
  monthly_usd = var.monthly_usd
  addresses   = var.addresses
}
