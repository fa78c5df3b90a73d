mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name            = "stoa-test-a"
  region          = "eu-central-1"
  alarm_topic_arn = "arn:aws:sns:eu-central-1:123456789012:alarms"
  balancer        = "app/one/1"
  target_group    = "targetgroup/one/1"
  cluster         = "one"
  services        = { stoa-test-a-serve = 2 }
  database        = "one"
}

run "failures_are_told_in_two_windows" {
  command = plan

  assert {
    condition     = aws_cloudwatch_metric_alarm.failures["fast"].threshold > aws_cloudwatch_metric_alarm.failures["slow"].threshold
    error_message = "The short window takes more to go off."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.tasks["stoa-test-a-serve"].threshold == 2 && aws_cloudwatch_metric_alarm.tasks["stoa-test-a-serve"].treat_missing_data == "breaching"
    error_message = "No figure means no tasks."
  }

  assert {
    condition     = length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets) == 4
    error_message = "Four pictures."
  }
}
