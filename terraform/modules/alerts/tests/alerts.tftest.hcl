mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name          = "stoa-test-a"
  account_id    = "123456789012"
  region        = "eu-central-1"
  key_arn       = "arn:aws:kms:eu-central-1:123456789012:key/one"
  workspace_id  = "ws-one"
  workspace_arn = "arn:aws:aps:eu-central-1:123456789012:workspace/ws-one"
  addresses     = { page = ["night@stoa.example"], ticket = ["platform@stoa.example", "shop@stoa.example"] }
  rules         = <<-YAML
    groups:
      - name: one
        rules:
          - record: stoa:errors
            expr: vector(0)
          - alert: Late
            expr: vector(1)
            labels: { severity: page }
  YAML
}

run "rules_reach_the_workspace_as_they_are" {

  assert {
    condition     = aws_prometheus_rule_group_namespace.this.workspace_id == "ws-one" && aws_prometheus_rule_group_namespace.this.data == var.rules
    error_message = "The file is loaded, not a copy of it."
  }
}

run "each_severity_has_its_topic" {

  assert {
    condition     = tomap(output.topic_arns) == tomap({ page = "arn:aws:sns:eu-central-1:123456789012:stoa-test-a-page", ticket = "arn:aws:sns:eu-central-1:123456789012:stoa-test-a-ticket" })
    error_message = "Two topics, by name."
  }

  assert {
    condition     = alltrue([for severity, topic in aws_sns_topic.this : topic.name == "stoa-test-a-${severity}" && topic.kms_master_key_id == var.key_arn])
    error_message = "The topics are those that the alert manager is told, encrypted."
  }

  assert {
    condition     = { for route in yamldecode(yamldecode(aws_prometheus_alert_manager_definition.this.definition).alertmanager_config).route.routes : route.matchers[0] => route.receiver } == { "severity=\"page\"" = "page", "severity=\"ticket\"" = "ticket" }
    error_message = "An alert goes where its severity says."
  }

  assert {
    condition     = { for receiver in yamldecode(yamldecode(aws_prometheus_alert_manager_definition.this.definition).alertmanager_config).receivers : receiver.name => receiver.sns_configs[0].topic_arn } == { for severity, arn in output.topic_arns : severity => arn }
    error_message = "Each receiver publishes to its topic."
  }

  assert {
    condition     = { for key, subscription in aws_sns_topic_subscription.mail : key => subscription.endpoint } == { "page night@stoa.example" = "night@stoa.example", "ticket platform@stoa.example" = "platform@stoa.example", "ticket shop@stoa.example" = "shop@stoa.example" }
    error_message = "Everybody is subscribed to what is theirs."
  }
}

run "only_this_workspace_publishes" {

  assert {
    condition     = alltrue([for severity, document in data.aws_iam_policy_document.publish : document.statement[0].condition != null && tolist(document.statement[0].resources)[0] == output.topic_arns[severity]])
    error_message = "The policy names topic, workspace and account."
  }
}

run "an_alert_without_a_known_severity_is_refused" {
  command = plan

  variables {
    rules = "groups: [{ name: one, rules: [{ alert: Late, expr: vector(1), labels: { severity: soon } }] }]"
  }

  expect_failures = [var.rules]
}

run "a_file_without_rules_is_refused" {
  command = plan

  variables {
    rules = "groups: []"
  }

  expect_failures = [var.rules]
}

run "a_severity_without_a_recipient_is_refused" {
  command = plan

  variables {
    addresses = { page = [] }
  }

  expect_failures = [var.addresses]
}
