# Where Terraform keeps the state of everything else: versioned, encrypted, and locked by a file beside it.

module "keys" {
  source     = "../../modules/kms"
  name       = "${var.name}-bootstrap"
  account_id = var.account_id
  keys       = { state = { description = "state of Terraform" } }
}

module "state" {
  source            = "../../modules/bucket"
  name              = "${var.name}-state-${var.account_id}"
  key_arn           = module.keys.arns["state"]
  old_versions_days = 365
  force_destroy     = !var.is_protected
}
