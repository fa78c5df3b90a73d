output "identity_arn" {
  description = "Identity that may be sent from."
  value       = aws_sesv2_email_identity.this.arn
}

output "configuration_set_arn" {
  description = "Configuration set of every mail."
  value       = aws_sesv2_configuration_set.this.arn
}

output "smtp_host" {
  description = "Mail server for MAIL_URL."
  value       = "email-smtp.${var.region}.amazonaws.com"
}

output "feedback_topic_arn" {
  description = "SNS topic that is told of bounces and complaints."
  value       = aws_sns_topic.feedback.arn
}
