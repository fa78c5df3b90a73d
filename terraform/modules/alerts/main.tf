# The program's own alerts: rules in the Prometheus workspace, and a topic for each severity that they may have.

locals {
  # Written out, so that a plan shows where each alert goes before there is a topic.
  topics     = { for severity in keys(var.addresses) : severity => "arn:aws:sns:${var.region}:${var.account_id}:${var.name}-${severity}" }
  recipients = { for pair in flatten([for severity, addresses in var.addresses : [for address in addresses : { severity = severity, address = address }]]) : "${pair.severity} ${pair.address}" => pair }

  alertmanager = {
    templates = ["stoa"]
    route = {
      # An alert whose severity nobody foresaw is still read.
      receiver        = "page"
      group_by        = ["alertname"]
      group_wait      = "30s"
      group_interval  = "5m"
      repeat_interval = "4h"
      routes          = [for severity in keys(local.topics) : { receiver = severity, matchers = ["severity=\"${severity}\""] }]
    }
    receivers = [for severity, topic in local.topics : {
      name = severity
      sns_configs = [{
        topic_arn     = topic
        sigv4         = { region = var.region }
        send_resolved = true
        subject       = "{{ template \"stoa.subject\" . }}"
        message       = "{{ template \"stoa.message\" . }}"
      }]
    }]
  }
}

resource "aws_prometheus_rule_group_namespace" "this" {
  name         = "stoa"
  workspace_id = var.workspace_id
  data         = var.rules
}

resource "aws_prometheus_alert_manager_definition" "this" {
  workspace_id = var.workspace_id
  definition = yamlencode({
    template_files      = { stoa = file("${path.module}/message.tmpl") }
    alertmanager_config = yamlencode(local.alertmanager)
  })
  depends_on = [aws_sns_topic_policy.this]
}

resource "aws_sns_topic" "this" {
  for_each          = local.topics
  name              = "${var.name}-${each.key}"
  kms_master_key_id = var.key_arn
}

data "aws_iam_policy_document" "publish" {
  for_each = local.topics
  statement {
    sid       = "WorkspacePublishes"
    actions   = ["sns:Publish", "sns:GetTopicAttributes"]
    resources = [each.value]
    principals {
      type        = "Service"
      identifiers = ["aps.amazonaws.com"]
    }
    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [var.workspace_arn]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }
  }
}

resource "aws_sns_topic_policy" "this" {
  for_each = aws_sns_topic.this
  arn      = each.value.arn
  policy   = data.aws_iam_policy_document.publish[each.key].json
}

resource "aws_sns_topic_subscription" "mail" {
  for_each  = local.recipients
  topic_arn = aws_sns_topic.this[each.value.severity].arn
  protocol  = "email"
  endpoint  = each.value.address
}
