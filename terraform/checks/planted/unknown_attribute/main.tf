# Planted: the attribute is arn.
resource "aws_sqs_queue" "this" {
  name = "planted"
}

output "queue" {
  description = "A typing error."
  value       = aws_sqs_queue.this.arnn
}
