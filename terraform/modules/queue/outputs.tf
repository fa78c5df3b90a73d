output "url" {
  description = "URL of the queue."
  value       = aws_sqs_queue.this.url
}

output "arn" {
  description = "ARN of the queue."
  value       = aws_sqs_queue.this.arn
}

output "dead_letters_arn" {
  description = "ARN of the dead letters."
  value       = aws_sqs_queue.dead.arn
}
