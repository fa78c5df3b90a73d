output "arn" {
  description = "ARN of the certificate, when it is proven."
  value       = aws_acm_certificate_validation.this.certificate_arn
}
