output "stream_arn" {
  description = "Delivery stream of the archive."
  value       = aws_kinesis_firehose_delivery_stream.this.arn
}
