locals {
  table_and_indexes = { for access in ["read", "write"] : access => flatten([for arn in access == "read" ? var.grants.read_table_arns : var.grants.write_table_arns : [arn, "${arn}/index/*"]]) }

  # Keyed by what is granted; without resources there is no statement.
  statements = { for sid, grant in {
    SendMessages = {
      resources = var.grants.send_queue_arns
      actions   = ["sqs:SendMessage", "sqs:GetQueueUrl", "sqs:GetQueueAttributes"]
    }
    ConsumeMessages = {
      resources = var.grants.consume_queue_arns
      actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueUrl", "sqs:GetQueueAttributes"]
    }
    ReadTables = {
      resources = local.table_and_indexes.read
      actions   = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"]
    }
    WriteTables = {
      resources = local.table_and_indexes.write
      actions   = ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"]
    }
    # Objects of tenants only: t/<tenant>/…
    KeepMedia = {
      resources = [for arn in var.grants.media_bucket_arns : "${arn}/t/*"]
      actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    }
    # Without it an object that is not there is answered as one that may not be read.
    FindMedia = {
      resources = var.grants.media_bucket_arns
      actions   = ["s3:ListBucket"]
    }
    MountMedia = {
      resources = var.grants.file_system_arns
      actions   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
    }
    WriteMetrics = {
      resources = var.grants.metrics_arns
      actions   = ["aps:RemoteWrite"]
    }
    UseKeys = {
      resources = var.grants.key_arns
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    }
    SignInToDatabase = {
      resources = var.grants.database_user_arns
      actions   = ["rds-db:connect"]
    }
    ManageTenantDomains = {
      resources = var.grants.distribution_arns
      actions   = ["cloudfront:CreateDistributionTenant", "cloudfront:UpdateDistributionTenant", "cloudfront:DeleteDistributionTenant", "cloudfront:GetDistributionTenant"]
    }
  } : sid => grant if length(grant.resources) > 0 }

  grants_anything = length(local.statements) > 0 || length(var.grants.mail_arns) > 0 || var.grants.exec
}

data "aws_iam_policy_document" "task" {
  dynamic "statement" {
    for_each = local.statements
    content {
      sid       = statement.key
      actions   = statement.value.actions
      resources = statement.value.resources
    }
  }

  dynamic "statement" {
    for_each = length(var.grants.mail_arns) > 0 ? [1] : []
    content {
      sid       = "SendMail"
      actions   = ["ses:SendEmail", "ses:SendRawEmail"]
      resources = var.grants.mail_arns
      condition {
        test     = "StringLike"
        variable = "ses:FromAddress"
        values   = var.grants.mail_from_addresses
      }
    }
  }

  # A shell in a running task, through Session Manager. The caller leaves it off in production.
  dynamic "statement" {
    for_each = var.grants.exec ? [1] : []
    content {
      sid       = "Exec"
      actions   = ["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"]
      resources = ["*"] # AWS knows no resource for these actions
    }
  }
}
