output "plan_arn" {
  description = "ARN of the plan."
  value       = aws_backup_plan.this.arn
}
