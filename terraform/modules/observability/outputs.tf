output "log_group_names" {
  description = "Log groups by process."
  value       = { for process, group in aws_cloudwatch_log_group.this : process => group.name }
}

output "log_group_arns" {
  description = "ARNs of the log groups by process."
  value       = { for process, group in aws_cloudwatch_log_group.this : process => group.arn }
}

output "alarm_topic_arn" {
  description = "SNS topic of alarms."
  value       = aws_sns_topic.alarms.arn
}

output "metrics_arn" {
  description = "Prometheus workspace; null without."
  value       = one([for workspace in aws_prometheus_workspace.this : workspace.arn])
}

output "metrics_write_url" {
  description = "Where collectors write; null without a workspace."
  value       = one([for workspace in aws_prometheus_workspace.this : "${workspace.prometheus_endpoint}api/v1/remote_write"])
}

output "metrics_workspace" {
  description = "Prometheus workspace: its id, ARN, and the address for queries. Null without."
  value       = one([for workspace in aws_prometheus_workspace.this : { id = workspace.id, arn = workspace.arn, url = workspace.prometheus_endpoint }])
}
