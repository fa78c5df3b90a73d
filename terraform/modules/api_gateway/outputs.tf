output "endpoint" {
  description = "Address of the gateway."
  value       = aws_apigatewayv2_api.this.api_endpoint
}
