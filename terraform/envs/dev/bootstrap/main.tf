# Applied once, from a local state: it makes the bucket that every other state is kept in.

module "bootstrap" {
  source       = "../../../stacks/bootstrap"
  name         = "stoa-dev"
  account_id   = data.aws_caller_identity.this.account_id
  is_protected = false
}

output "bootstrap" {
  description = "Names for the other roots."
  value       = module.bootstrap
}
