output "topic_arns" {
  description = "SNS topics by severity."
  value       = local.topics
}
