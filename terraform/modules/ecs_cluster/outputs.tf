output "arn" {
  description = "ARN of the cluster."
  value       = aws_ecs_cluster.this.arn
  depends_on  = [aws_ecs_cluster_capacity_providers.this] # services take their capacity from there
}

output "name" {
  description = "Name of the cluster."
  value       = aws_ecs_cluster.this.name
}

output "namespace_arn" {
  description = "Namespace of Service Connect; null without."
  value       = one([for namespace in aws_service_discovery_http_namespace.this : namespace.arn])
}
