mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name            = "stoa-test-a"
  vpc_id          = "vpc-1"
  subnet_ids      = ["subnet-1", "subnet-2"]
  certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/one"
  log_bucket      = "logs"
}

run "behind_cloudfront_only_cloudfront_comes_in" {

  assert {
    condition     = aws_lb.this.internal && length(aws_vpc_security_group_ingress_rule.internet) == 0
    error_message = "The internet does not reach it."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.cloudfront) == 1
    error_message = "CloudFront does."
  }

  assert {
    condition     = aws_lb.this.enable_deletion_protection && aws_lb.this.drop_invalid_header_fields && aws_lb.this.preserve_host_header
    error_message = "It is protected, drops bad headers and keeps the host."
  }

  assert {
    condition     = aws_lb_target_group.this.health_check[0].path == "/health/ready"
    error_message = "Readiness decides."
  }
}

run "facing_the_internet_it_opens_two_ports" {
  command = plan

  variables {
    is_internal = false
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.internet : rule.from_port]) == toset([80, 443])
    error_message = "80 and 443."
  }

  assert {
    condition     = aws_lb_listener.http.default_action[0].type == "redirect" && startswith(aws_lb_listener.https.ssl_policy, "ELBSecurityPolicy-TLS13")
    error_message = "Plain HTTP redirects; HTTPS is TLS 1.2 or newer."
  }
}

run "further_certificates_join_the_listener" {
  command = plan

  variables {
    further_certificate_arns = { "shop.example" = "arn:aws:acm:eu-central-1:123456789012:certificate/two" }
  }

  assert {
    condition     = length(aws_lb_listener_certificate.this) == 1
    error_message = "A domain of a tenant has its certificate."
  }
}

run "a_long_name_is_refused" {
  command = plan

  variables {
    name = "stoa-production-with-a-very-long-name"
  }

  expect_failures = [var.name]
}
