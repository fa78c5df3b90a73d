mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name       = "stoa-test-a"
  account_id = "123456789012"
  keys       = { data = { description = "data" }, logs = { description = "logs", services = ["logs.eu-central-1.amazonaws.com"] }, media = { description = "pictures", distributions = true } }
}

run "keys_rotate_and_have_names" {
  command = plan

  assert {
    condition     = alltrue([for key in aws_kms_key.this : key.enable_key_rotation])
    error_message = "Every key rotates."
  }

  assert {
    condition     = aws_kms_alias.this["data"].name == "alias/stoa-test-a-data"
    error_message = "Each key has an alias."
  }

  assert {
    condition     = length(data.aws_iam_policy_document.this["data"].statement) == 1
    error_message = "A key without services serves the account only."
  }

  assert {
    condition     = length(data.aws_iam_policy_document.this["logs"].statement) == 2
    error_message = "A service gets its statement."
  }

  assert {
    condition     = one(data.aws_iam_policy_document.this["logs"].statement[1].condition).values == tolist(["arn:aws:logs:*:123456789012:log-group:*"])
    error_message = "A service uses the key for log groups of this account only."
  }
}

run "something_that_is_no_service_is_refused" {
  command = plan

  variables {
    keys = { data = { description = "data", services = ["logs"] } }
  }

  expect_failures = [var.keys]
}

run "a_short_window_is_refused" {
  command = plan

  variables {
    deletion_window_days = 1
  }

  expect_failures = [var.deletion_window_days]
}
