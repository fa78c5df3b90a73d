# The most that any role of the platform can ever do, whatever its own policy says. It grants nothing by itself.

data "aws_iam_policy_document" "this" {
  statement {
    sid = "RegionalServices"
    actions = [
      "aps:*", "dynamodb:*", "ecr:*", "ecs:*", "firehose:*", "kms:*", "logs:*", "rds-db:connect", "rds:*", "s3:*", "secretsmanager:*",
      "ses:*", "sns:*", "sqs:*", "ssmmessages:*", "xray:*", "backup:*", "cloudwatch:*", "elasticfilesystem:*", "ec2:Describe*", "tag:GetResources",
    ]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = var.regions
    }
  }

  statement {
    sid       = "GlobalServices"
    actions   = ["cloudfront:*", "iam:PassRole", "sts:GetCallerIdentity"]
    resources = ["*"]
  }

  statement {
    sid       = "NeverWithoutTraces"
    effect    = "Deny"
    actions   = ["logs:DeleteLogGroup", "kms:ScheduleKeyDeletion", "kms:DisableKey", "s3:DeleteBucket", "s3:PutBucketPolicy", "backup:DeleteRecoveryPoint", "dynamodb:DeleteTable", "rds:DeleteDBCluster"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "this" {
  name        = var.name
  description = "Permissions boundary of every role of the platform"
  policy      = data.aws_iam_policy_document.this.json
}
