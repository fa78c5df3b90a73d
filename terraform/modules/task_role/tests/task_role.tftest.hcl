mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                     = "stoa-test-a-serve"
  account_id               = "123456789012"
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/stoa-test-boundary"
  pull                     = { repository_arns = ["arn:aws:ecr:eu-central-1:123456789012:repository/stoa"], secret_arns = ["arn:aws:secretsmanager:eu-central-1:123456789012:secret:one"], log_group_arns = ["arn:aws:logs:eu-central-1:123456789012:log-group:one"], secret_key_arns = ["arn:aws:kms:eu-central-1:123456789012:key/one"] }
}

run "without_grants_the_program_may_do_nothing" {
  command = plan

  assert {
    condition     = length(aws_iam_role_policy.task) == 0
    error_message = "There is no policy."
  }

  assert {
    condition     = aws_iam_role.start.permissions_boundary == var.permissions_boundary_arn && aws_iam_role.task.permissions_boundary == var.permissions_boundary_arn
    error_message = "Both roles are bounded."
  }

  assert {
    condition     = length([for statement in data.aws_iam_policy_document.start.statement : statement if contains(statement.resources, "*")]) == 1
    error_message = "Only the login to the registry is for every resource."
  }
}

run "grants_name_their_resources" {
  command = plan

  variables {
    grants = { read_table_arns = ["arn:aws:dynamodb:eu-central-1:123456789012:table/catalog"], media_bucket_arns = ["arn:aws:s3:::media"], mail_arns = ["arn:aws:ses:eu-central-1:123456789012:identity/stoa.example"], mail_from_addresses = ["*@stoa.example"] }
  }

  assert {
    condition     = length(data.aws_iam_policy_document.task.statement) == 4
    error_message = "One statement for each kind of resource."
  }

  assert {
    condition     = anytrue([for statement in data.aws_iam_policy_document.task.statement : statement.resources == toset(["arn:aws:s3:::media/t/*"])])
    error_message = "Only objects of tenants."
  }

  assert {
    condition     = alltrue([for statement in data.aws_iam_policy_document.task.statement : !contains(statement.resources, "*")])
    error_message = "Nothing is for every resource."
  }
}
