# One key for each purpose, so that access to one kind of data can be taken away without the others.

locals {
  services = { for purpose, key in var.keys : purpose => [for service in key.services : service if !startswith(service, "logs.")] }
}

data "aws_iam_policy_document" "this" {
  for_each = var.keys

  statement {
    sid       = "AccountAdministers"
    actions   = ["kms:*"]
    resources = ["*"] # in a key's policy: this key
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account_id}:root"]
    }
  }

  # CloudWatch Logs names the log group, not the account, when it uses a key.
  dynamic "statement" {
    for_each = toset([for service in each.value.services : service if startswith(service, "logs.")])
    content {
      sid       = "LogGroupsEncrypt"
      actions   = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
      resources = ["*"]
      principals {
        type        = "Service"
        identifiers = [statement.value]
      }
      condition {
        test     = "ArnLike"
        variable = "kms:EncryptionContext:aws:logs:arn"
        values   = ["arn:aws:logs:*:${var.account_id}:log-group:*"]
      }
    }
  }

  dynamic "statement" {
    for_each = length(local.services[each.key]) > 0 ? [local.services[each.key]] : []
    content {
      sid       = "ServicesEncrypt"
      actions   = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
      resources = ["*"]
      principals {
        type        = "Service"
        identifiers = statement.value
      }
      condition {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [var.account_id]
      }
    }
  }

  dynamic "statement" {
    for_each = each.value.distributions ? [1] : []
    content {
      sid       = "DistributionsRead"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
      resources = ["*"]
      principals {
        type        = "Service"
        identifiers = ["cloudfront.amazonaws.com"]
      }
      condition {
        test     = "StringLike"
        variable = "aws:SourceArn"
        values   = ["arn:aws:cloudfront::${var.account_id}:distribution/*"]
      }
    }
  }
}

resource "aws_kms_key" "this" {
  for_each                = var.keys
  description             = "${var.name}: ${each.value.description}"
  policy                  = data.aws_iam_policy_document.this[each.key].json
  enable_key_rotation     = true
  deletion_window_in_days = var.deletion_window_days
}

resource "aws_kms_alias" "this" {
  for_each      = var.keys
  name          = "alias/${var.name}-${each.key}"
  target_key_id = aws_kms_key.this[each.key].key_id
}
