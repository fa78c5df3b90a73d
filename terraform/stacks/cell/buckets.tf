data "aws_iam_policy_document" "access_logs" {
  statement {
    sid       = "BalancerWrites"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::${local.name}-access-logs-${var.account_id}/${local.name}/AWSLogs/${var.account_id}/*"]
    principals {
      type        = "Service"
      identifiers = ["logdelivery.elasticloadbalancing.amazonaws.com"]
    }
  }
  statement {
    sid       = "BucketsWrite"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::${local.name}-access-logs-${var.account_id}/s3/*"]
    principals {
      type        = "Service"
      identifiers = ["logging.s3.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }
  }
}

# Load balancers cannot write with a key of ours: Amazon's own it is.
module "access_logs" {
  source            = "../../modules/bucket"
  name              = "${local.name}-access-logs-${var.account_id}"
  uses_amazons_key  = true
  expire_after_days = 90
  old_versions_days = 1
  force_destroy     = !var.is_protected
  policy_documents  = [data.aws_iam_policy_document.access_logs.json]
}

data "aws_iam_policy_document" "media" {
  for_each = module.cdn
  statement {
    sid       = "DistributionReads"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::${local.name}-media-${var.account_id}/t/*"]
    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [each.value.distribution_arn]
    }
  }
}

module "media" {
  source           = "../../modules/bucket"
  name             = "${local.name}-media-${var.account_id}"
  key_arn          = module.keys.arns["media"]
  log_bucket       = module.access_logs.name
  force_destroy    = !var.is_protected
  policy_documents = [for document in data.aws_iam_policy_document.media : document.json]
}

module "archive" {
  source             = "../../modules/bucket"
  name               = "${local.name}-archive-${var.account_id}"
  key_arn            = module.keys.arns["logs"]
  log_bucket         = module.access_logs.name
  object_lock_days   = var.is_protected ? 365 : 0
  archive_after_days = 90
  expire_after_days  = 400
  force_destroy      = !var.is_protected
}

module "log_archive" {
  source                   = "../../modules/log_archive"
  name                     = "${local.name}-archive"
  account_id               = var.account_id
  region                   = var.region
  bucket_arn               = module.archive.arn
  key_arn                  = module.keys.arns["logs"]
  log_key_arn              = module.keys.arns["logs"]
  log_groups               = module.observability.log_group_names
  permissions_boundary_arn = var.permissions_boundary_arn
}
