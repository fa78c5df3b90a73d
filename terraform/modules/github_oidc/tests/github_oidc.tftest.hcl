mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                     = "stoa-test"
  repository               = "stoa/stoa"
  environment              = "test"
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/stoa-test-boundary"
  repository_arn           = "arn:aws:ecr:eu-central-1:123456789012:repository/stoa"
  cluster_arns             = ["arn:aws:ecs:*:123456789012:cluster/stoa-test-*"]
  service_arns             = ["arn:aws:ecs:*:123456789012:service/stoa-test-*/*"]
  task_definition_arns     = ["arn:aws:ecs:*:123456789012:task-definition/stoa-test-*:*"]
  passed_role_arns         = ["arn:aws:iam::123456789012:role/stoa-test-*-task"]
}

run "only_the_environment_signs_in" {
  command = plan

  assert {
    condition     = anytrue([for condition in data.aws_iam_policy_document.trust.statement[0].condition : condition.values == tolist(["repo:stoa/stoa:environment:test"]) && condition.test == "StringEquals"])
    error_message = "Repository and environment, exactly."
  }

  assert {
    condition     = aws_iam_role.deploy.permissions_boundary == var.permissions_boundary_arn
    error_message = "The role is bounded."
  }

  assert {
    condition     = alltrue([for statement in data.aws_iam_policy_document.deploy.statement : !contains(statement.actions, "iam:*") && !contains(statement.actions, "ecs:*")])
    error_message = "No service as a whole."
  }
}

run "something_that_is_no_repository_is_refused" {
  command = plan

  variables {
    repository = "stoa"
  }

  expect_failures = [var.repository]
}
