mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  domain  = "stoa.example"
  zone_id = "Z1"
}

run "the_wildcard_is_covered" {
  command = plan

  assert {
    condition     = contains(aws_acm_certificate.this.subject_alternative_names, "*.stoa.example") && length(aws_route53_record.proof) == 1
    error_message = "Both names, one proof."
  }
}

run "a_second_region_writes_no_record" {
  command = plan

  variables {
    writes_proof = false
  }

  assert {
    condition     = length(aws_route53_record.proof) == 0
    error_message = "The record is there already."
  }
}

run "a_wildcard_as_domain_is_refused" {
  command = plan

  variables {
    domain = "*.stoa.example"
  }

  expect_failures = [var.domain]
}
