output "arn" {
  description = "ARN of the access list."
  value       = aws_wafv2_web_acl.this.arn
}
