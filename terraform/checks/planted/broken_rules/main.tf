# Planted: valid for Terraform, refused by the rules. Never applied; `expected` lists what must be found.

provider "aws" {
  region = "eu-central-1"
}

resource "aws_s3_bucket" "open" {
  bucket = "planted-open"
}

resource "aws_s3_bucket_public_access_block" "open" {
  bucket              = aws_s3_bucket.open.id
  block_public_acls   = true
  block_public_policy = false
}

resource "aws_s3_bucket_server_side_encryption_configuration" "open" {
  bucket = aws_s3_bucket.open.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

data "aws_iam_policy_document" "wild" {
  statement {
    actions   = ["s3:*"]
    resources = ["*"]
  }
  statement {
    actions   = ["sqs:SendMesage"] # misspelt
    resources = ["arn:aws:sqs:eu-central-1:123456789012:planted"]
  }
}

# A resource that is known after apply only: the statement must be read all the same.
data "aws_iam_policy_document" "wild_later" {
  statement {
    actions   = ["dynamodb:*"]
    resources = [aws_s3_bucket.open.arn]
  }
}

data "aws_iam_policy_document" "public" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::planted-open/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_iam_role" "wild" {
  name               = "planted"
  assume_role_policy = data.aws_iam_policy_document.public.json
}

resource "aws_cloudwatch_log_group" "forever" {
  name = "planted"
}

resource "aws_security_group" "this" {
  name = "planted"
}

resource "aws_vpc_security_group_ingress_rule" "postgres" {
  security_group_id = aws_security_group.this.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
}

resource "aws_sqs_queue" "lossy" {
  name = "planted"
}

resource "aws_cloudwatch_metric_alarm" "silent" {
  alarm_name          = "planted"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
}

resource "aws_lb" "unprotected" {
  name = "planted"
}

resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.unprotected.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "forward"
  }
}

resource "aws_rds_cluster_instance" "public" {
  cluster_identifier  = "planted"
  engine              = "aurora-postgresql"
  instance_class      = "db.t4g.medium"
  publicly_accessible = true
}

module "loose" {
  source = "./loose"
}
