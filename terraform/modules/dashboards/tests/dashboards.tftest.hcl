mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                     = "stoa-test-a"
  account_id               = "123456789012"
  region                   = "eu-central-1"
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  prometheus               = { arn = "arn:aws:aps:eu-central-1:123456789012:workspace/ws-one", url = "https://aps.example/workspaces/ws-one" }
  folder                   = "tests/dashboards"
}

# Planned and not applied: loading needs a Grafana, which terraform/checks/loader.py plays.
run "every_file_is_loaded" {
  command = plan

  assert {
    condition     = tomap(terraform_data.load.input) == tomap({ "one.json" = filesha256("tests/dashboards/one.json"), "two.json" = filesha256("tests/dashboards/two.json") })
    error_message = "Two files, two dashboards."
  }
}

run "grafana_reads_one_workspace_and_nothing_else" {
  command = plan

  assert {
    condition     = length(data.aws_iam_policy_document.read.statement) == 1 && tolist(data.aws_iam_policy_document.read.statement[0].resources)[0] == var.prometheus.arn
    error_message = "It may query this workspace."
  }

  assert {
    condition     = aws_iam_role.this.permissions_boundary == var.permissions_boundary_arn && aws_grafana_workspace.this.permission_type == "CUSTOMER_MANAGED"
    error_message = "The role is ours, and bounded."
  }
}

run "a_folder_without_dashboards_is_refused" {
  command = plan

  variables {
    folder = "tests"
  }

  expect_failures = [terraform_data.load]
}
