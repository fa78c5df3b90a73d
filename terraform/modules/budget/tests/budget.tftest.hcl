mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name        = "stoa-test"
  monthly_usd = 500
  addresses   = ["platform@stoa.example"]
}

run "costs_are_told_before_they_arise" {
  command = plan

  assert {
    condition     = length(aws_budgets_budget.this.notification) == 3 && aws_budgets_budget.this.limit_amount == "500"
    error_message = "Three warnings."
  }
}

run "nobody_to_tell_is_refused" {
  command = plan

  variables {
    addresses = []
  }

  expect_failures = [var.addresses]
}
