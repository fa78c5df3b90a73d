mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name          = "stoa-test-a"
  scope         = "REGIONAL"
  resource_arns = { balancer = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/one/1" }
  log_key_arn   = "arn:aws:kms:eu-central-1:123456789012:key/one"
}

run "addresses_are_limited_and_known_attacks_blocked" {
  command = plan

  assert {
    condition     = length(aws_wafv2_web_acl.this.rule) == 4
    error_message = "One limit and three groups."
  }

  assert {
    condition     = length(distinct([for rule in aws_wafv2_web_acl.this.rule : rule.priority])) == 4
    error_message = "Priorities differ."
  }

  assert {
    condition     = startswith(aws_cloudwatch_log_group.this.name, "aws-waf-logs-")
    error_message = "WAF demands the prefix."
  }

  assert {
    condition     = length(aws_wafv2_web_acl_association.this) == 1
    error_message = "The balancer is protected."
  }

  assert {
    condition     = length(aws_wafv2_web_acl_logging_configuration.this.redacted_fields) == 4
    error_message = "Credentials are not logged."
  }
}

run "an_unknown_scope_is_refused" {
  command = plan

  variables {
    scope = "GLOBAL"
  }

  expect_failures = [var.scope]
}
