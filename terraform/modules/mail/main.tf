# The platform's sender. Domains of tenants are added at run time, not here.

resource "aws_sesv2_configuration_set" "this" {
  configuration_set_name = var.name
  delivery_options {
    tls_policy = "REQUIRE"
  }
  reputation_options {
    reputation_metrics_enabled = true
  }
  suppression_options {
    suppressed_reasons = ["BOUNCE", "COMPLAINT"]
  }
}

resource "aws_sesv2_email_identity" "this" {
  email_identity         = var.domain
  configuration_set_name = aws_sesv2_configuration_set.this.configuration_set_name
  dkim_signing_attributes {
    next_signing_key_length = "RSA_2048_BIT"
  }
}

# SES gives three keys; their names are known only when the identity exists, how many there are is known before.
resource "aws_route53_record" "dkim" {
  for_each = toset(["0", "1", "2"])
  zone_id  = var.zone_id
  name     = "${aws_sesv2_email_identity.this.dkim_signing_attributes[0].tokens[tonumber(each.key)]}._domainkey.${var.domain}"
  type     = "CNAME"
  ttl      = 3600
  records  = ["${aws_sesv2_email_identity.this.dkim_signing_attributes[0].tokens[tonumber(each.key)]}.dkim.amazonses.com"]
}

resource "aws_route53_record" "policy" {
  for_each = {
    dmarc = { name = "_dmarc.${var.domain}", value = "v=DMARC1; p=quarantine; rua=mailto:${var.report_address}" }
    spf   = { name = var.domain, value = "v=spf1 include:amazonses.com -all" }
  }
  zone_id = var.zone_id
  name    = each.value.name
  type    = "TXT"
  ttl     = 3600
  records = [each.value.value]
}

resource "aws_sns_topic" "feedback" {
  name              = "${var.name}-feedback"
  kms_master_key_id = var.key_arn
  # The program believes no other.
  signature_version = 2
}

data "aws_iam_policy_document" "feedback" {
  statement {
    sid       = "MailServicePublishes"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.feedback.arn]
    principals {
      type        = "Service"
      identifiers = ["ses.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }
  }
}

resource "aws_sns_topic_policy" "feedback" {
  arn    = aws_sns_topic.feedback.arn
  policy = data.aws_iam_policy_document.feedback.json
}

resource "aws_sesv2_configuration_set_event_destination" "feedback" {
  configuration_set_name = aws_sesv2_configuration_set.this.configuration_set_name
  event_destination_name = "feedback"
  event_destination {
    enabled              = true
    matching_event_types = ["BOUNCE", "COMPLAINT", "REJECT"]
    sns_destination {
      topic_arn = aws_sns_topic.feedback.arn
    }
  }
  depends_on = [aws_sns_topic_policy.feedback]
}
