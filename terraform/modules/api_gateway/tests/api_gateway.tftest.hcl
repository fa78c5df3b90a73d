mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                       = "stoa-test-a"
  vpc_id                     = "vpc-1"
  subnet_ids                 = ["subnet-1"]
  listener_arn               = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/one/1/1"
  origin_name                = "origin.stoa.example"
  balancer_security_group_id = "sg-1"
  log_key_arn                = "arn:aws:kms:eu-central-1:123456789012:key/one"
}

run "programs_of_partners_are_limited_and_logged" {
  command = plan

  assert {
    condition     = toset(keys(aws_apigatewayv2_route.this)) == toset(["ANY /admin/v1/{proxy+}", "ANY /operator/v1/{proxy+}"])
    error_message = "Storefronts do not pass here."
  }

  assert {
    condition     = aws_apigatewayv2_stage.this.default_route_settings[0].throttling_rate_limit == 500 && aws_apigatewayv2_stage.this.default_route_settings[0].throttling_burst_limit == 1000
    error_message = "Requests are limited."
  }

  assert {
    condition     = aws_apigatewayv2_integration.this.tls_config[0].server_name_to_verify == "origin.stoa.example"
    error_message = "The balancer's certificate is checked."
  }
}
