module "global" {
  source      = "../../../stacks/global"
  environment = "staging"
  account_id  = data.aws_caller_identity.this.account_id
  region      = "eu-central-1"
  regions     = ["eu-central-1", "eu-west-1", "us-east-1"]
  domain      = "staging.stoa.example"
  repository  = "stoa/stoa"
  monthly_usd = 900
  addresses   = ["platform@stoa.example"]
}

output "global" {
  description = "What people and cells need to know."
  value       = module.global
}
