mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                      = "stoa-test-a"
  account_id                = "123456789012"
  cluster_identifier        = "stoa-test-a"
  vpc_id                    = "vpc-1"
  subnet_ids                = ["subnet-1"]
  client_security_group_ids = { serve = "sg-1" }
  secrets                   = { STOA_APP = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:one" }
  secret_key_arn            = "arn:aws:kms:eu-central-1:123456789012:key/one"
  permissions_boundary_arn  = "arn:aws:iam::123456789012:policy/stoa-test-boundary"
}

run "the_proxy_speaks_tls_and_reads_its_secrets_only" {
  command = plan

  assert {
    condition     = aws_db_proxy.this.require_tls && length(aws_db_proxy.this.auth) == 1
    error_message = "TLS, one role of the database for each secret."
  }

  assert {
    condition     = data.aws_iam_policy_document.this.statement[0].resources == toset(values(var.secrets))
    error_message = "No other secret."
  }
}

run "more_than_all_connections_are_refused" {
  command = plan

  variables {
    connections_percent = 101
  }

  expect_failures = [var.connections_percent]
}
