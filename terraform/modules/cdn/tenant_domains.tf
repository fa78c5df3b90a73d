# Domains of tenants are data, not infrastructure: the platform adds them at run time, each with a certificate of its own, to one
# multi-tenant distribution. It is written as a CloudFormation template because the oldest provider that this code allows does not
# know such distributions.

resource "aws_cloudformation_stack" "tenant_domains" {
  for_each           = toset(var.allows_tenant_domains ? ["${var.name}-tenant-domains"] : [])
  name               = each.key
  on_failure         = "ROLLBACK"
  timeout_in_minutes = 30
  notification_arns  = [var.alarm_topic_arn]

  parameters = {
    OriginName            = var.origin_name
    VpcOrigin             = aws_cloudfront_vpc_origin.this.id
    CachePolicy           = aws_cloudfront_cache_policy.api.id
    OriginRequestPolicy   = aws_cloudfront_origin_request_policy.api.id
    ResponseHeadersPolicy = aws_cloudfront_response_headers_policy.this.id
    WebAcl                = var.web_acl_arn
    Name                  = var.name
  }

  template_body = file("${path.module}/tenant_domains.json")
}
