output "distribution_arn" {
  description = "ARN of the distribution, for the bucket's policy."
  value       = aws_cloudfront_distribution.this.arn
}

output "domain_name" {
  description = "Name that aliases lead to."
  value       = aws_cloudfront_distribution.this.domain_name
}

output "zone_id" {
  description = "Route 53 zone of that name."
  value       = aws_cloudfront_distribution.this.hosted_zone_id
}

output "tenant_domains" {
  description = "What the platform needs to add a tenant's domain: DistributionId, ConnectionGroupId, RoutingEndpoint (the name that the tenant's CNAME leads to). Null without."
  value       = one([for stack in aws_cloudformation_stack.tenant_domains : stack.outputs])
}
