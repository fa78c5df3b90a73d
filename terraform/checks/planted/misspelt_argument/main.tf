# Planted: the argument is visibility_timeout_seconds.
resource "aws_sqs_queue" "this" {
  name                      = "planted"
  visibility_timeout_second = 30
}
