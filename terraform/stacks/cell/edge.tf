# How the internet reaches the cell: by CloudFront and its access list, or, without it, by a balancer that faces the internet.

locals {
  edges       = toset(var.options.cdn ? ["edge"] : [])
  origin_name = "origin.${var.domain}"
}

module "edge_keys" {
  source     = "../../modules/kms"
  for_each   = local.edges
  providers  = { aws = aws.us_east_1 }
  name       = "${local.name}-edge"
  account_id = var.account_id
  keys       = { logs = { description = "logs of the access list", services = ["logs.us-east-1.amazonaws.com"] } }
}

module "edge_certificate" {
  source       = "../../modules/certificate"
  for_each     = local.edges
  providers    = { aws = aws.us_east_1 }
  domain       = var.domain
  zone_id      = var.zone_id
  writes_proof = false # the cell's own certificate writes it
}

module "edge_waf" {
  source             = "../../modules/waf"
  for_each           = module.edge_keys
  providers          = { aws = aws.us_east_1 }
  name               = "${local.name}-edge"
  scope              = "CLOUDFRONT"
  log_key_arn        = each.value.arns["logs"]
  log_retention_days = var.log_retention_days
}

module "cdn" {
  source                = "../../modules/cdn"
  for_each              = local.edges
  name                  = local.name
  aliases               = [var.domain, "*.${var.domain}"]
  certificate_arn       = module.edge_certificate[each.key].arn
  web_acl_arn           = module.edge_waf[each.key].arn
  balancer_arn          = module.balancer.arn
  origin_name           = local.origin_name
  media_domain_name     = module.media.domain_name
  alarm_topic_arn       = module.observability.alarm_topic_arn
  allows_tenant_domains = var.options.tenant_domains
}

module "waf" {
  source             = "../../modules/waf"
  for_each           = toset(var.options.cdn ? [] : ["balancer"])
  name               = local.name
  scope              = "REGIONAL"
  resource_arns      = { balancer = module.balancer.arn }
  log_key_arn        = module.keys.arns["logs"]
  log_retention_days = var.log_retention_days
}

locals {
  target = one(concat(
    [for cdn in module.cdn : { name = cdn.domain_name, zone_id = cdn.zone_id }],
    [for balancer in var.options.cdn ? [] : [module.balancer] : { name = balancer.dns_name, zone_id = balancer.zone_id }],
  ))
}

resource "aws_route53_record" "platform" {
  for_each = { for pair in setproduct([var.domain, "*.${var.domain}"], var.options.cdn ? ["A", "AAAA"] : ["A"]) : "${pair[0]} ${pair[1]}" => pair }
  zone_id  = var.zone_id
  name     = each.value[0]
  type     = each.value[1]
  alias {
    name                   = local.target.name
    zone_id                = local.target.zone_id
    evaluate_target_health = false
  }
}

module "api_gateway" {
  source                     = "../../modules/api_gateway"
  for_each                   = toset(var.options.api_gateway ? ["gateway"] : [])
  name                       = local.name
  vpc_id                     = module.network.vpc_id
  subnet_ids                 = module.network.subnet_ids["app"]
  listener_arn               = module.balancer.listener_arn
  origin_name                = local.origin_name
  balancer_security_group_id = module.balancer.security_group_id
  log_key_arn                = module.keys.arns["logs"]
  log_retention_days         = var.log_retention_days
}
