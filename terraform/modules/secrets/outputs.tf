output "arns" {
  description = "ARNs by the name of the setting."
  value       = { for name, secret in aws_secretsmanager_secret.this : name => secret.arn }
}
