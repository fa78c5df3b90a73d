mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name            = "stoa-test-webhooks"
  key_arn         = "arn:aws:kms:eu-central-1:123456789012:key/one"
  alarm_topic_arn = "arn:aws:sns:eu-central-1:123456789012:alarms"
}

run "messages_have_dead_letters" {

  assert {
    condition     = jsondecode(aws_sqs_queue.this.redrive_policy).maxReceiveCount == 5
    error_message = "After five tries a message is dead."
  }

  assert {
    condition     = jsondecode(aws_sqs_queue.this.redrive_policy).deadLetterTargetArn == aws_sqs_queue.dead.arn
    error_message = "Dead letters are kept."
  }

  assert {
    condition     = aws_sqs_queue.dead.message_retention_seconds == 1209600
    error_message = "Dead letters stay for fourteen days."
  }

  assert {
    condition     = aws_sqs_queue.this.kms_master_key_id == var.key_arn && aws_sqs_queue.dead.kms_master_key_id == var.key_arn
    error_message = "Both are encrypted."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.this) == 2
    error_message = "Dead letters and old messages sound the alarm."
  }
}

run "an_ordered_queue_has_the_ending_that_aws_demands" {
  command = plan

  variables {
    fifo = true
  }

  assert {
    condition     = aws_sqs_queue.this.name == "stoa-test-webhooks.fifo" && aws_sqs_queue.dead.name == "stoa-test-webhooks-dead.fifo"
    error_message = "Both names end with .fifo."
  }
}

run "a_publisher_may_send_for_its_topic_only" {
  command = plan

  variables {
    publishers = { "sns.amazonaws.com" = "arn:aws:sns:eu-central-1:123456789012:mail" }
  }

  assert {
    condition     = length(data.aws_iam_policy_document.this["live"].statement) == 2 && length(data.aws_iam_policy_document.this["dead"].statement) == 1
    error_message = "Nobody sends to the dead letters."
  }
}

run "a_timeout_that_is_too_short_is_refused" {
  command = plan

  variables {
    visibility_timeout_seconds = 5
  }

  expect_failures = [var.visibility_timeout_seconds]
}
