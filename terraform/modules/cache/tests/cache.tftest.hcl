mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                      = "stoa-test-a"
  vpc_id                    = "vpc-1"
  subnet_ids                = ["subnet-1"]
  client_security_group_ids = { serve = "sg-1" }
  key_arn                   = "arn:aws:kms:eu-central-1:123456789012:key/one"
  alarm_topic_arn           = "arn:aws:sns:eu-central-1:123456789012:alarms"
}

run "the_cache_is_encrypted_and_fails_over" {
  command = plan

  assert {
    condition     = aws_elasticache_replication_group.this.transit_encryption_mode == "required" && aws_elasticache_replication_group.this.at_rest_encryption_enabled
    error_message = "Encrypted on the way and at rest."
  }

  assert {
    condition     = aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.multi_az_enabled
    error_message = "A replica takes over."
  }

  assert {
    condition     = aws_elasticache_user.app.authentication_mode[0].type == "iam"
    error_message = "There is no password."
  }
}

run "one_node_cannot_fail_over" {
  command = plan

  variables {
    replicas = 0
  }

  assert {
    condition     = !aws_elasticache_replication_group.this.automatic_failover_enabled
    error_message = "Nobody is there to take over."
  }
}
