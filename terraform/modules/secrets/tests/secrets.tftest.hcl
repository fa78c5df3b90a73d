mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  prefix  = "stoa/test/a"
  key_arn = "arn:aws:kms:eu-central-1:123456789012:key/one"
  secrets = { TOKEN_KEYS = "keys", MAIL_URL = "mail" }
}

run "places_without_values" {
  command = plan

  assert {
    condition     = aws_secretsmanager_secret.this["TOKEN_KEYS"].name == "stoa/test/a/TOKEN_KEYS" && aws_secretsmanager_secret.this["MAIL_URL"].kms_key_id == var.key_arn
    error_message = "Named after settings, encrypted with our key."
  }
}

run "a_name_that_is_no_setting_is_refused" {
  command = plan

  variables {
    secrets = { "token-keys" = "keys" }
  }

  expect_failures = [var.secrets]
}

run "a_window_that_aws_refuses_is_refused" {
  command = plan

  variables {
    recovery_days = 3
  }

  expect_failures = [var.recovery_days]
}
