mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name    = "stoa-test-catalog"
  key_arn = "arn:aws:kms:eu-central-1:123456789012:key/one"
}

run "every_key_is_an_attribute_and_every_attribute_a_key" {
  command = plan

  assert {
    condition     = toset([for attribute in aws_dynamodb_table.this.attribute : attribute.name]) == toset(["pk", "sk"]) && length(aws_dynamodb_table.this.global_secondary_index) == 0
    error_message = "DynamoDB refuses attributes that are no keys."
  }

  assert {
    condition     = aws_dynamodb_table.this.point_in_time_recovery[0].enabled && aws_dynamodb_table.this.deletion_protection_enabled
    error_message = "It can be brought back and not be deleted."
  }

  assert {
    condition     = aws_dynamodb_table.this.server_side_encryption[0].kms_key_arn == var.key_arn
    error_message = "Our key encrypts."
  }
}
