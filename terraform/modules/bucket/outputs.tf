output "name" {
  description = "Name of the bucket, known before it exists. Resources that use it wait for the bucket and its policy."
  value       = var.name
  depends_on  = [aws_s3_bucket_policy.this]
}

output "arn" {
  description = "ARN of the bucket, known before it exists."
  value       = "arn:aws:s3:::${var.name}"
}

output "domain_name" {
  description = "Regional domain name, for CloudFront."
  value       = aws_s3_bucket.this.bucket_regional_domain_name
}
