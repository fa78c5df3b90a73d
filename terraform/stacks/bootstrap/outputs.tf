output "state_bucket" {
  description = "Bucket that backend.tf of the other roots names."
  value       = module.state.name
}

output "state_key_arn" {
  description = "KMS key that they name."
  value       = module.keys.arns["state"]
}
