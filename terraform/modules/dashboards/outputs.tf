output "url" {
  description = "Where Grafana is."
  value       = "https://${aws_grafana_workspace.this.endpoint}"
}

output "loaded" {
  description = "SHA-256 of the dashboards by file."
  value       = terraform_data.load.input
}
