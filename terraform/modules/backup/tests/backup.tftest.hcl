mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                     = "stoa-test-a"
  account_id               = "123456789012"
  vault_name               = "stoa-test-a"
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/stoa-test-boundary"
  resources                = { database = "arn:aws:rds:eu-central-1:123456789012:cluster:one" }
}

run "backups_stay_here_unless_asked" {
  command = plan

  assert {
    condition     = length(one(aws_backup_plan.this.rule).copy_action) == 0 && one(one(aws_backup_plan.this.rule).lifecycle).delete_after == 35
    error_message = "Thirty-five days, no copies."
  }
}

run "backups_are_copied_to_another_region" {
  command = plan

  variables {
    has_copies     = true
    copy_vault_arn = "arn:aws:backup:eu-west-1:123456789012:backup-vault:copy"
  }

  assert {
    condition     = one(one(aws_backup_plan.this.rule).copy_action).destination_vault_arn == var.copy_vault_arn
    error_message = "Copies go to the other vault."
  }
}

run "keeping_too_short_is_refused" {
  command = plan

  variables {
    keep_days = 1
  }

  expect_failures = [var.keep_days]
}
