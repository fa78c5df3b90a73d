variable "image_tag" {
  description = "Release that runs, such as v1.4.2."
  type        = string
}

data "aws_route53_zone" "this" {
  name = "stoa.example"
}

locals {
  account_id = data.aws_caller_identity.this.account_id
}

module "cell" {
  source    = "../../../stacks/cell"
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1, aws.backup = aws.backup }

  environment              = "prod"
  cell                     = "a"
  account_id               = local.account_id
  region                   = "eu-central-1"
  zones                    = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  cidr                     = "10.30.0.0/18"
  domain                   = "stoa.example"
  zone_id                  = data.aws_route53_zone.this.zone_id
  permissions_boundary_arn = "arn:aws:iam::${local.account_id}:policy/stoa-prod-boundary"
  repository_arn           = "arn:aws:ecr:eu-central-1:${local.account_id}:repository/stoa-prod"
  image                    = "${local.account_id}.dkr.ecr.eu-central-1.amazonaws.com/stoa-prod:${var.image_tag}"
  addresses                = ["platform@stoa.example"]
  is_protected             = true
  log_retention_days       = 30

  serve  = { cpu = 1024, memory = 2048, min = 3, max = 20 }
  worker = { cpu = 512, memory = 1024, min = 2, max = 10 }
  database = {
    instances   = { one = { class = "db.r7g.large", promotion_tier = 0 }, two = { class = "db.r7g.large", promotion_tier = 0 } }
    backup_days = 14
  }
  options = {
    interface_endpoints = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"]
  }
}

output "cell" {
  description = "What people need to know to fill secrets, to migrate and to release."
  value       = module.cell
}
