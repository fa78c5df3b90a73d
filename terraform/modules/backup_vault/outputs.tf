output "arn" {
  description = "ARN of the vault."
  value       = aws_backup_vault.this.arn
}

output "name" {
  description = "Name of the vault."
  value       = aws_backup_vault.this.name
}
