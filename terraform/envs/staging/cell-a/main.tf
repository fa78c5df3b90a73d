variable "image_tag" {
  description = "Release that runs, such as v1.4.2."
  type        = string
}

data "aws_route53_zone" "this" {
  name = "staging.stoa.example"
}

locals {
  account_id = data.aws_caller_identity.this.account_id
}

module "cell" {
  source    = "../../../stacks/cell"
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1, aws.backup = aws.backup }

  environment              = "staging"
  cell                     = "a"
  account_id               = local.account_id
  region                   = "eu-central-1"
  zones                    = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  cidr                     = "10.20.0.0/18"
  domain                   = "staging.stoa.example"
  zone_id                  = data.aws_route53_zone.this.zone_id
  permissions_boundary_arn = "arn:aws:iam::${local.account_id}:policy/stoa-staging-boundary"
  repository_arn           = "arn:aws:ecr:eu-central-1:${local.account_id}:repository/stoa-staging"
  image                    = "${local.account_id}.dkr.ecr.eu-central-1.amazonaws.com/stoa-staging:${var.image_tag}"
  addresses                = ["platform@stoa.example"]
  is_protected             = false
  log_retention_days       = 30

  serve  = { cpu = 512, memory = 1024, min = 2, max = 4 }
  worker = { cpu = 256, memory = 512, min = 1, max = 4 }
  database = {
    instances   = { one = { class = "db.serverless" }, two = { class = "db.serverless" } }
    capacity    = { min = 0.5, max = 4 }
    backup_days = 7
  }
  options = {
    nat_per_zone    = false
    service_connect = true
    spot_share      = 50
  }
}

output "cell" {
  description = "What people need to know to fill secrets, to migrate and to release."
  value       = module.cell
}
