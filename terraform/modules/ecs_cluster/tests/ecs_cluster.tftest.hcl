mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name        = "stoa-test-a"
  log_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/one"
}

run "the_mesh_is_an_option" {

  assert {
    condition     = length(aws_service_discovery_http_namespace.this) == 0 && output.namespace_arn == null
    error_message = "There is none unless asked for."
  }

  assert {
    condition     = aws_ecs_cluster.this.configuration[0].execute_command_configuration[0].logging == "OVERRIDE"
    error_message = "Sessions in tasks are logged."
  }
}

run "services_find_each_other_in_the_mesh" {
  command = plan

  variables {
    has_service_connect = true
  }

  assert {
    condition     = length(aws_ecs_cluster.this.service_connect_defaults) == 1
    error_message = "The cluster joins the namespace."
  }
}

run "spare_capacity_is_a_share" {
  command = plan

  variables {
    spot_share = 120
  }

  expect_failures = [var.spot_share]
}
