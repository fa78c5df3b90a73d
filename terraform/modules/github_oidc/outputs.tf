output "deploy_role_arn" {
  description = "Role that the pipeline takes."
  value       = aws_iam_role.deploy.arn
}
