# Grafana, reading the Prometheus workspace, with the dashboards of deploy/observability/dashboards.

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["grafana.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }
  }
}

data "aws_iam_policy_document" "read" {
  statement {
    sid       = "ReadsMetrics"
    actions   = ["aps:QueryMetrics", "aps:GetLabels", "aps:GetSeries", "aps:GetMetricMetadata"]
    resources = [var.prometheus.arn]
  }
}

resource "aws_iam_role" "this" {
  name                 = "${var.name}-grafana"
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  permissions_boundary = var.permissions_boundary_arn
}

resource "aws_iam_role_policy" "read" {
  name   = "read-metrics"
  role   = aws_iam_role.this.name
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_grafana_workspace" "this" {
  name                     = var.name
  grafana_version          = "10.4" # later ones sign requests to Prometheus with another plugin
  account_access_type      = "CURRENT_ACCOUNT"
  authentication_providers = ["AWS_SSO"]
  permission_type          = "CUSTOMER_MANAGED"
  role_arn                 = aws_iam_role.this.arn
  data_sources             = ["PROMETHEUS"]
}

locals {
  dashboards = { for name in fileset(var.folder, "*.json") : name => filesha256("${var.folder}/${name}") }
}

# The AWS provider makes a workspace and nothing inside it. load.py sends what is inside, whenever a file or the workspace is another.
resource "terraform_data" "load" {
  input = local.dashboards
  triggers_replace = {
    workspace  = aws_grafana_workspace.this.id
    prometheus = var.prometheus.url
    loader     = filesha256("${path.module}/load.py")
    dashboards = local.dashboards
  }

  provisioner "local-exec" {
    command = "python3 ${abspath(path.module)}/load.py"
    environment = {
      GRAFANA_WORKSPACE = aws_grafana_workspace.this.id
      GRAFANA_URL       = "https://${aws_grafana_workspace.this.endpoint}"
      PROMETHEUS_URL    = var.prometheus.url
      PROMETHEUS_REGION = var.region
      DASHBOARDS        = abspath(var.folder)
    }
  }

  lifecycle {
    precondition {
      condition     = length(local.dashboards) > 0
      error_message = "There is no dashboard in ${var.folder}."
    }
  }

  depends_on = [aws_iam_role_policy.read]
}
