mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name    = "stoa-test-boundary"
  regions = ["eu-central-1", "us-east-1"]
}

run "roles_act_in_named_regions_and_delete_no_traces" {
  command = plan

  assert {
    condition     = one(data.aws_iam_policy_document.this.statement[0].condition).variable == "aws:RequestedRegion"
    error_message = "Regional services are bound to regions."
  }

  assert {
    condition     = contains(data.aws_iam_policy_document.this.statement[2].actions, "logs:DeleteLogGroup") && data.aws_iam_policy_document.this.statement[2].effect == "Deny"
    error_message = "Traces stay."
  }
}

run "no_region_is_refused" {
  command = plan

  variables {
    regions = []
  }

  expect_failures = [var.regions]
}
