output "name_servers" {
  description = "Name servers that the parent domain has to delegate to."
  value       = aws_route53_zone.this.name_servers
}

output "image_repository" {
  description = "Address that images are pushed to."
  value       = module.images.url
}

output "deploy_role_arn" {
  description = "Role that the pipeline takes."
  value       = module.pipeline.deploy_role_arn
}

output "smtp_host" {
  description = "Mail server for the secret MAIL_URL."
  value       = module.mail.smtp_host
}

output "mail" {
  description = "What a cell needs to send by SES's API: its variable mail."
  value = {
    identity_arn          = module.mail.identity_arn
    configuration_set_arn = module.mail.configuration_set_arn
    feedback_topic_arn    = module.mail.feedback_topic_arn
  }
}
