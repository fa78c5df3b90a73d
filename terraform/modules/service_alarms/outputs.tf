output "dashboard_name" {
  description = "Dashboard of the cell."
  value       = aws_cloudwatch_dashboard.this.dashboard_name
}
