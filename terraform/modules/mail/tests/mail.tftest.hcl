mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  account_id     = "123456789012"
  name           = "stoa-test"
  domain         = "stoa.example"
  region         = "eu-central-1"
  zone_id        = "Z1"
  key_arn        = "arn:aws:kms:eu-central-1:123456789012:key/one"
  report_address = "platform@stoa.example"
}

run "mail_is_signed_and_reported_on" {
  command = plan

  assert {
    condition     = length(aws_route53_record.dkim) == 3
    error_message = "Three keys."
  }

  assert {
    condition     = strcontains(one(aws_route53_record.policy["dmarc"].records), "p=quarantine")
    error_message = "Unsigned mail is put aside."
  }

  assert {
    condition     = aws_sesv2_configuration_set.this.delivery_options[0].tls_policy == "REQUIRE"
    error_message = "Mail travels encrypted."
  }

  assert {
    condition     = output.smtp_host == "email-smtp.eu-central-1.amazonaws.com"
    error_message = "The server is given out."
  }
}

run "something_that_is_no_address_is_refused" {
  command = plan

  variables {
    report_address = "platform"
  }

  expect_failures = [var.report_address]
}
