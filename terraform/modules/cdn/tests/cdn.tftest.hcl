mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name              = "stoa-test-a"
  aliases           = ["stoa.example", "*.stoa.example"]
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/one"
  web_acl_arn       = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/one/1"
  balancer_arn      = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/one/1"
  origin_name       = "origin.stoa.example"
  media_domain_name = "media.s3.eu-central-1.amazonaws.com"
  alarm_topic_arn   = "arn:aws:sns:eu-central-1:123456789012:alarms"
}

run "the_host_is_part_of_what_is_kept" {

  assert {
    condition     = length(setsubtract(["Host", "Stoa-Publishable-Key", "Origin"], aws_cloudfront_cache_policy.api.parameters_in_cache_key_and_forwarded_to_origin[0].headers_config[0].headers[0].items)) == 0
    error_message = "One brand never gets another brand's page."
  }

  assert {
    condition     = contains(aws_cloudfront_cache_policy.api.parameters_in_cache_key_and_forwarded_to_origin[0].headers_config[0].headers[0].items, "Authorization") && aws_cloudfront_cache_policy.api.default_ttl == 0
    error_message = "One caller never gets another caller's answer."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.viewer_certificate[0].minimum_protocol_version == "TLSv1.2_2021" && aws_cloudfront_distribution.this.default_cache_behavior[0].viewer_protocol_policy == "redirect-to-https"
    error_message = "HTTPS, TLS 1.2 or newer."
  }

  assert {
    condition     = length(aws_cloudformation_stack.tenant_domains) == 0 && output.tenant_domains == null
    error_message = "Domains of tenants are an option."
  }
}

run "tenants_may_have_domains_of_their_own" {

  variables {
    allows_tenant_domains = true
  }

  assert {
    condition     = jsondecode(aws_cloudformation_stack.tenant_domains["stoa-test-a-tenant-domains"].template_body).Resources.Distribution.Properties.DistributionConfig.ConnectionMode == "tenant-only"
    error_message = "A multi-tenant distribution."
  }

  assert {
    condition     = toset(keys(aws_cloudformation_stack.tenant_domains["stoa-test-a-tenant-domains"].parameters)) == toset(keys(jsondecode(aws_cloudformation_stack.tenant_domains["stoa-test-a-tenant-domains"].template_body).Parameters))
    error_message = "Every parameter is given."
  }
}

run "an_unknown_price_class_is_refused" {
  command = plan

  variables {
    price_class = "PriceClass_50"
  }

  expect_failures = [var.price_class]
}
