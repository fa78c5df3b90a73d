mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name        = "stoa-test-a"
  key_arn     = "arn:aws:kms:eu-central-1:123456789012:key/one"
  log_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/one"
  processes   = ["serve", "worker"]
  addresses   = ["platform@stoa.example"]
}

run "each_process_has_a_log_and_an_alarm" {

  assert {
    condition     = length(aws_cloudwatch_log_group.this) == 2 && alltrue([for group in aws_cloudwatch_log_group.this : group.retention_in_days == 30 && group.kms_key_id != null])
    error_message = "Kept for a month, encrypted."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.errors) == 2
    error_message = "Errors sound the alarm."
  }

  assert {
    condition     = endswith(output.metrics_write_url, "api/v1/remote_write")
    error_message = "Collectors know where to write."
  }
}

run "the_workspace_is_an_option" {

  variables {
    has_metrics_workspace = false
  }

  assert {
    condition     = output.metrics_arn == null && output.metrics_write_url == null
    error_message = "There is none."
  }
}

run "days_that_cloudwatch_does_not_know_are_refused" {
  command = plan

  variables {
    log_retention_days = 31
  }

  expect_failures = [var.log_retention_days]
}
