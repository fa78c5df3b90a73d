mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name    = "stoa-test-a"
  key_arn = "arn:aws:kms:eu-central-1:123456789012:key/one"
}

run "the_vault_is_encrypted" {
  command = plan

  assert {
    condition     = aws_backup_vault.this.kms_key_arn == var.key_arn
    error_message = "Our key encrypts."
  }
}
