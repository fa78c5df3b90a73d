mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                      = "stoa-test-a"
  account_id                = "123456789012"
  vpc_id                    = "vpc-1"
  subnet_ids                = ["subnet-1", "subnet-2"]
  client_security_group_ids = { serve = "sg-1", worker = "sg-2" }
  key_arn                   = "arn:aws:kms:eu-central-1:123456789012:key/one"
  secret_key_arn            = "arn:aws:kms:eu-central-1:123456789012:key/one"
  log_key_arn               = "arn:aws:kms:eu-central-1:123456789012:key/one"
  alarm_topic_arn           = "arn:aws:sns:eu-central-1:123456789012:alarms"
  permissions_boundary_arn  = "arn:aws:iam::123456789012:policy/stoa-test-boundary"
  instances                 = { one = { class = "db.serverless" }, two = { class = "db.serverless" } }
}

run "data_is_encrypted_protected_and_reached_by_tasks_only" {
  command = plan

  assert {
    condition     = aws_rds_cluster.this.storage_encrypted && aws_rds_cluster.this.deletion_protection && !aws_rds_cluster.this.skip_final_snapshot
    error_message = "Encrypted, protected, with a last snapshot."
  }

  assert {
    condition     = aws_rds_cluster.this.manage_master_user_password
    error_message = "AWS keeps and rotates the master password."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.clients) == 2 && alltrue([for rule in aws_vpc_security_group_ingress_rule.clients : rule.from_port == 5432 && rule.cidr_ipv4 == null])
    error_message = "Groups come in, addresses do not."
  }

  assert {
    condition     = alltrue([for instance in aws_rds_cluster_instance.this : !instance.publicly_accessible])
    error_message = "No instance is public."
  }

  assert {
    condition     = anytrue([for parameter in aws_rds_cluster_parameter_group.this.parameter : parameter.name == "rds.force_ssl" && parameter.value == "1"])
    error_message = "TLS is forced."
  }

  assert {
    condition     = length(aws_rds_cluster.this.serverlessv2_scaling_configuration) == 1
    error_message = "Serverless instances have their bounds."
  }
}

run "fixed_instances_need_no_capacity" {
  command = plan

  variables {
    instances       = { one = { class = "db.r7g.large" } }
    is_io_optimized = true
  }

  assert {
    condition     = length(aws_rds_cluster.this.serverlessv2_scaling_configuration) == 0 && aws_rds_cluster.this.storage_type == "aurora-iopt1"
    error_message = "Only what is asked for."
  }
}

run "an_old_version_is_refused" {
  command = plan

  variables {
    engine_version = "14.9"
  }

  expect_failures = [var.engine_version]
}

run "no_backups_are_refused" {
  command = plan

  variables {
    backup_days = 0
  }

  expect_failures = [var.backup_days]
}
