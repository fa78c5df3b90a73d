# CloudWatch keeps logs for a month to search in; the archive keeps them for a year, write-once.

locals {
  stream_arn = "arn:aws:firehose:${var.region}:${var.account_id}:deliverystream/${var.name}"
  services   = { firehose = "firehose.amazonaws.com", logs = "logs.${var.region}.amazonaws.com" }
}

resource "aws_cloudwatch_log_group" "errors" {
  name              = "/${var.name}/delivery"
  retention_in_days = 30
  kms_key_id        = var.log_key_arn
}

data "aws_iam_policy_document" "trust" {
  for_each = local.services
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = [each.value]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }
  }
}

data "aws_iam_policy_document" "this" {
  for_each = local.services

  dynamic "statement" {
    for_each = each.key == "logs" ? [1] : []
    content {
      sid       = "Hand"
      actions   = ["firehose:PutRecord", "firehose:PutRecordBatch"]
      resources = [local.stream_arn]
    }
  }

  dynamic "statement" {
    for_each = each.key == "firehose" ? [1] : []
    content {
      sid       = "WriteObjects"
      actions   = ["s3:AbortMultipartUpload", "s3:PutObject"]
      resources = ["${var.bucket_arn}/*"]
    }
  }

  dynamic "statement" {
    for_each = each.key == "firehose" ? [1] : []
    content {
      sid       = "LookAtBucket"
      actions   = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"]
      resources = [var.bucket_arn]
    }
  }

  dynamic "statement" {
    for_each = each.key == "firehose" ? [1] : []
    content {
      sid       = "Encrypt"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [var.key_arn]
    }
  }

  dynamic "statement" {
    for_each = each.key == "firehose" ? [1] : []
    content {
      sid       = "WriteErrors"
      actions   = ["logs:PutLogEvents"]
      resources = ["${aws_cloudwatch_log_group.errors.arn}:*"]
    }
  }
}

resource "aws_iam_role" "this" {
  for_each             = local.services
  name                 = "${var.name}-${each.key}"
  assume_role_policy   = data.aws_iam_policy_document.trust[each.key].json
  permissions_boundary = var.permissions_boundary_arn
}

resource "aws_iam_role_policy" "this" {
  for_each = local.services
  name     = "archive"
  role     = aws_iam_role.this[each.key].id
  policy   = data.aws_iam_policy_document.this[each.key].json
}

resource "aws_kinesis_firehose_delivery_stream" "this" {
  name        = var.name
  destination = "extended_s3"

  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = var.key_arn
  }

  extended_s3_configuration {
    role_arn            = aws_iam_role.this["firehose"].arn
    bucket_arn          = var.bucket_arn
    kms_key_arn         = var.key_arn
    prefix              = "logs/!{timestamp:yyyy/MM/dd}/"
    error_output_prefix = "failed/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/"
    compression_format  = "GZIP"
    buffering_size      = 64
    buffering_interval  = 300

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.errors.name
      log_stream_name = "delivery"
    }
  }
}

resource "aws_cloudwatch_log_subscription_filter" "this" {
  for_each        = var.log_groups
  name            = "archive"
  log_group_name  = each.value
  filter_pattern  = ""
  destination_arn = aws_kinesis_firehose_delivery_stream.this.arn
  role_arn        = aws_iam_role.this["logs"].arn
}
