mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name    = "stoa-test"
  key_arn = "arn:aws:kms:eu-central-1:123456789012:key/one"
}

run "a_tag_always_means_the_same_image" {
  command = plan

  assert {
    condition     = aws_ecr_repository.this.image_tag_mutability == "IMMUTABLE" && aws_ecr_repository.this.image_scanning_configuration[0].scan_on_push
    error_message = "Tags are fixed and images are scanned."
  }

  assert {
    condition     = jsondecode(aws_ecr_lifecycle_policy.this.policy).rules[1].selection.countNumber == 50
    error_message = "Fifty releases are kept."
  }
}

run "keeping_too_few_releases_is_refused" {
  command = plan

  variables {
    keep_images = 1
  }

  expect_failures = [var.keep_images]
}
