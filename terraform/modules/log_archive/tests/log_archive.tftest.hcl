mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                     = "stoa-test-a-archive"
  account_id               = "123456789012"
  region                   = "eu-central-1"
  bucket_arn               = "arn:aws:s3:::archive"
  key_arn                  = "arn:aws:kms:eu-central-1:123456789012:key/one"
  log_key_arn              = "arn:aws:kms:eu-central-1:123456789012:key/one"
  log_groups               = { serve = "/stoa-test-a/serve", worker = "/stoa-test-a/worker" }
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/stoa-test-boundary"
}

run "every_log_group_goes_to_the_archive" {

  assert {
    condition     = length(aws_cloudwatch_log_subscription_filter.this) == 2
    error_message = "Each has its filter."
  }

  assert {
    condition     = aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration[0].compression_format == "GZIP" && aws_kinesis_firehose_delivery_stream.this.server_side_encryption[0].key_type == "CUSTOMER_MANAGED_CMK"
    error_message = "Packed and encrypted."
  }

  assert {
    condition     = length(data.aws_iam_policy_document.this["logs"].statement) == 1
    error_message = "CloudWatch may hand over and nothing else."
  }
}
