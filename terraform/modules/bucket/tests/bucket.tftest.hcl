mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name    = "stoa-test-media"
  key_arn = "arn:aws:kms:eu-central-1:123456789012:key/one"
}

run "the_bucket_is_private_encrypted_and_versioned" {

  assert {
    condition     = aws_s3_bucket_public_access_block.this.block_public_acls && aws_s3_bucket_public_access_block.this.block_public_policy && aws_s3_bucket_public_access_block.this.ignore_public_acls && aws_s3_bucket_public_access_block.this.restrict_public_buckets
    error_message = "All four switches are on."
  }

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default).sse_algorithm == "aws:kms"
    error_message = "Our key encrypts."
  }

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    error_message = "Versions are kept."
  }

  assert {
    condition     = length(aws_s3_bucket_object_lock_configuration.this) == 0
    error_message = "There is no lock unless asked for."
  }

  assert {
    condition     = output.arn == "arn:aws:s3:::stoa-test-media"
    error_message = "The ARN is known."
  }
}

run "an_archive_is_locked_and_moves_to_glacier" {
  command = plan

  variables {
    object_lock_days   = 365
    archive_after_days = 90
    expire_after_days  = 400
  }

  assert {
    condition     = aws_s3_bucket.this.object_lock_enabled && aws_s3_bucket_object_lock_configuration.this["lock"].rule[0].default_retention[0].days == 365
    error_message = "Objects are locked for a year."
  }

  assert {
    condition     = one(aws_s3_bucket_lifecycle_configuration.this.rule[0].transition).storage_class == "GLACIER_IR"
    error_message = "Old objects move."
  }
}

run "no_key_is_refused" {
  command = plan

  variables {
    key_arn = null
  }

  expect_failures = [var.key_arn]
}

run "a_name_that_s3_refuses_is_refused" {
  command = plan

  variables {
    name = "Stoa_Media"
  }

  expect_failures = [var.name]
}
