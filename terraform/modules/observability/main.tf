resource "aws_cloudwatch_log_group" "this" {
  for_each          = var.processes
  name              = "/${var.name}/${each.key}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_key_arn
}

resource "aws_sns_topic" "alarms" {
  name              = "${var.name}-alarms"
  kms_master_key_id = var.key_arn
}

resource "aws_sns_topic_subscription" "mail" {
  for_each  = var.addresses
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = each.key
}

resource "aws_prometheus_workspace" "this" {
  for_each    = toset(var.has_metrics_workspace ? [var.name] : [])
  alias       = each.key
  kms_key_arn = var.key_arn
}

# The program logs an error only for what an operator must look at.
resource "aws_cloudwatch_log_metric_filter" "errors" {
  for_each       = var.processes
  name           = "${var.name}-${each.key}-errors"
  log_group_name = aws_cloudwatch_log_group.this[each.key].name
  pattern        = "{ $.level = \"ERROR\" }"
  metric_transformation {
    namespace     = "Stoa/${var.name}"
    name          = "${each.key}-errors"
    value         = "1"
    default_value = "0"
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  for_each            = var.processes
  alarm_name          = "${var.name}-${each.key}-errors"
  alarm_description   = "${each.key} logs errors"
  namespace           = "Stoa/${var.name}"
  metric_name         = "${each.key}-errors"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 5
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
