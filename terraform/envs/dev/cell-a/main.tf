variable "image_tag" {
  description = "Release that runs, such as v1.4.2."
  type        = string
}

data "aws_route53_zone" "this" {
  name = "dev.stoa.example"
}

locals {
  account_id = data.aws_caller_identity.this.account_id
}

module "cell" {
  source    = "../../../stacks/cell"
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1, aws.backup = aws.backup }

  environment              = "dev"
  cell                     = "a"
  account_id               = local.account_id
  region                   = "eu-central-1"
  zones                    = ["eu-central-1a", "eu-central-1b"]
  cidr                     = "10.10.0.0/18"
  domain                   = "dev.stoa.example"
  zone_id                  = data.aws_route53_zone.this.zone_id
  permissions_boundary_arn = "arn:aws:iam::${local.account_id}:policy/stoa-dev-boundary"
  repository_arn           = "arn:aws:ecr:eu-central-1:${local.account_id}:repository/stoa-dev"
  image                    = "${local.account_id}.dkr.ecr.eu-central-1.amazonaws.com/stoa-dev:${var.image_tag}"
  addresses                = ["platform@stoa.example"]
  is_protected             = false
  log_retention_days       = 14

  serve  = { cpu = 512, memory = 1024, min = 1, max = 2 }
  worker = { cpu = 256, memory = 512, min = 1, max = 2 }
  database = {
    instances   = { one = { class = "db.serverless" } }
    capacity    = { min = 0.5, max = 2 }
    backup_days = 1
  }
  options = {
    nat_per_zone   = false
    cdn            = false # the balancer faces the internet, with the same access list
    tenant_domains = false
    backup_copies  = false
    dashboards     = false
    exec           = true
    spot_share     = 100
  }
}

output "cell" {
  description = "What people need to know to fill secrets, to migrate and to release."
  value       = module.cell
}
