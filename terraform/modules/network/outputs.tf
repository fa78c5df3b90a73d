output "vpc_id" {
  description = "The VPC."
  value       = aws_vpc.this.id
}

output "cidr" {
  description = "IPv4 range of the VPC."
  value       = var.cidr
}

output "subnet_ids" {
  description = "Subnets by kind: public, app, data."
  value       = { for kind in ["public", "app", "data"] : kind => [for zone in var.zones : aws_subnet.this["${kind}-${zone}"].id] }
}

output "endpoint_security_group_id" {
  description = "Security group of the interface endpoints."
  value       = aws_security_group.endpoints.id
}

output "flow_log_group_name" {
  description = "Log group of the flow logs."
  value       = aws_cloudwatch_log_group.flow.name
}
