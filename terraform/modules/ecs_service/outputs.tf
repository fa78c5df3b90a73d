output "task_definition_arn" {
  description = "The task, with its revision."
  value       = aws_ecs_task_definition.this.arn
}

output "security_group_id" {
  description = "Security group of the tasks; null without a service."
  value       = one([for group in aws_security_group.this : group.id])
}

output "service_name" {
  description = "Name of the service; null without."
  value       = one([for service in aws_ecs_service.this : service.name])
}

output "setting_names" {
  description = "Every setting that the task passes to the program."
  value       = sort(concat(keys(var.environment), keys(var.secrets)))
}
