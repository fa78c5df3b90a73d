# Failed requests against two windows: a short one that pages soon, a long one that finds a slow leak. The objective is 99.9 % in a
# month; 14.4 times its budget uses up a month's in two days.

locals {
  windows = {
    fast = { period = 300, percent = 1.44 }
    slow = { period = 3600, percent = 0.6 }
  }
  metrics = {
    failed = "HTTPCode_Target_5XX_Count"
    all    = "RequestCount"
  }
  dimensions = { LoadBalancer = var.balancer, TargetGroup = var.target_group }
}

resource "aws_cloudwatch_metric_alarm" "failures" {
  for_each            = local.windows
  alarm_name          = "${var.name}-failures-${each.key}"
  alarm_description   = "Requests fail faster than the objective of 99.9 % allows"
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.percent
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  metric_query {
    id          = "percent"
    expression  = "IF(all > 100, 100 * FILL(failed, 0) / all, 0)"
    label       = "Failed requests in per cent"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = local.metrics
    content {
      id = metric_query.key
      metric {
        namespace   = "AWS/ApplicationELB"
        metric_name = metric_query.value
        dimensions  = local.dimensions
        stat        = "Sum"
        period      = each.value.period
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "latency" {
  alarm_name          = "${var.name}-latency"
  alarm_description   = "One request in a hundred takes longer than a second"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "TargetResponseTime"
  dimensions          = local.dimensions
  extended_statistic  = "p99"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "tasks" {
  for_each            = var.services
  alarm_name          = "${each.key}-tasks"
  alarm_description   = "Fewer tasks run than must"
  namespace           = "ECS/ContainerInsights"
  metric_name         = "RunningTaskCount"
  dimensions          = { ClusterName = var.cluster, ServiceName = each.key }
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "LessThanThreshold"
  threshold           = each.value
  treat_missing_data  = "breaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name
  dashboard_body = jsonencode({ widgets = [for index, widget in [
    { title = "Requests", stat = "Sum", metrics = [for metric in ["RequestCount", "HTTPCode_Target_5XX_Count", "HTTPCode_Target_4XX_Count"] : ["AWS/ApplicationELB", metric, "LoadBalancer", var.balancer]] },
    { title = "Time to answer, p99", stat = "p99", metrics = [["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", var.balancer]] },
    { title = "Processor of tasks", stat = "Average", metrics = [for service in keys(var.services) : ["AWS/ECS", "CPUUtilization", "ClusterName", var.cluster, "ServiceName", service]] },
    { title = "Database", stat = "Average", metrics = [for metric in ["CPUUtilization", "DatabaseConnections", "AuroraReplicaLagMaximum"] : ["AWS/RDS", metric, "DBClusterIdentifier", var.database]] },
    ] : {
    type       = "metric"
    x          = 12 * (index % 2)
    y          = 6 * floor(index / 2)
    width      = 12
    height     = 6
    properties = { title = widget.title, region = var.region, stat = widget.stat, period = 60, metrics = widget.metrics }
  }] })
}
