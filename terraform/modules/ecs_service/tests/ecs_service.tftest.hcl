mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name           = "stoa-test-a-serve"
  region         = "eu-central-1"
  command        = ["serve"]
  image          = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/stoa:v1.0.0"
  cpu            = 512
  memory         = 1024
  environment    = { LISTEN_ADDR = "0.0.0.0:8080" }
  secrets        = { DATABASE_URL = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:one" }
  start_role_arn = "arn:aws:iam::123456789012:role/start"
  task_role_arn  = "arn:aws:iam::123456789012:role/task"
  log_group_name = "/stoa-test-a/serve"
}

run "a_task_alone_is_only_registered" {

  assert {
    condition     = length(aws_ecs_service.this) == 0 && output.service_name == null
    error_message = "There is no service."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].environment == [{ name = "LISTEN_ADDR", value = "0.0.0.0:8080" }]
    error_message = "The program gets its settings."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].secrets[0].name == "DATABASE_URL"
    error_message = "The program gets its secrets."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].readonlyRootFilesystem && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].user == "65532:65532"
    error_message = "It is no root and cannot write to its files."
  }

  assert {
    condition     = !can(jsondecode(aws_ecs_task_definition.this.container_definitions)[0].healthCheck)
    error_message = "What ends by itself is not asked how it is."
  }

  assert {
    condition     = output.setting_names == tolist(["DATABASE_URL", "LISTEN_ADDR"])
    error_message = "Names of settings are given out."
  }
}

run "a_service_scales_behind_the_balancer" {

  variables {
    service         = { cluster_arn = "arn:aws:ecs:eu-central-1:123456789012:cluster/one", cluster_name = "one", vpc_id = "vpc-1", subnet_ids = ["subnet-1"], min_tasks = 2, max_tasks = 6 }
    balancer        = { target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/one/1", security_group_id = "sg-1", port = 8080 }
    service_connect = { namespace_arn = "arn:aws:servicediscovery:eu-central-1:123456789012:namespace/one", alias = "serve" }
    collector       = { image = "collector:v1", write_url = "https://aps.example/write" }
    media           = { file_system_id = "fs-1", access_point_id = "fsap-1" }
  }

  assert {
    condition     = aws_ecs_service.this["this"].deployment_circuit_breaker[0].rollback && !aws_ecs_service.this["this"].network_configuration[0].assign_public_ip
    error_message = "A bad release goes back; tasks have no public address."
  }

  assert {
    condition     = aws_appautoscaling_target.this["this"].min_capacity == 2 && aws_appautoscaling_target.this["this"].max_capacity == 6
    error_message = "It scales between two and six."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.balancer["this"].referenced_security_group_id == "sg-1"
    error_message = "Only the balancer comes in."
  }

  assert {
    condition     = one(aws_ecs_service.this["this"].service_connect_configuration[0].service).client_alias[0].port == 8080
    error_message = "Others find it in the mesh."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].healthCheck.command == ["CMD", "/stoa", "healthcheck", "live"]
    error_message = "A process that hangs is restarted."
  }

  assert {
    condition     = length(jsondecode(aws_ecs_task_definition.this.container_definitions)) == 2
    error_message = "The collector stands beside the program."
  }

  assert {
    condition     = yamldecode(jsondecode(aws_ecs_task_definition.this.container_definitions)[1].environment[0].value).receivers.prometheus.config.scrape_configs[0].static_configs[0].targets[0] == "127.0.0.1:9464"
    error_message = "It reads the figures over the loopback."
  }

  assert {
    condition     = yamldecode(jsondecode(aws_ecs_task_definition.this.container_definitions)[1].environment[0].value).service.pipelines.metrics.processors == ["resourcedetection", "resource"]
    error_message = "Series of two tasks are told apart by the task."
  }

  assert {
    condition     = one(aws_ecs_task_definition.this.volume).efs_volume_configuration[0].transit_encryption == "ENABLED"
    error_message = "Pictures travel encrypted."
  }
}

run "a_service_without_a_balancer_is_asked_as_a_worker" {

  variables {
    command = ["worker"]
    service = { cluster_arn = "arn:aws:ecs:eu-central-1:123456789012:cluster/one", cluster_name = "one", vpc_id = "vpc-1", subnet_ids = ["subnet-1"], min_tasks = 1, max_tasks = 2 }
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].healthCheck.command == ["CMD", "/stoa", "healthcheck", "worker"]
    error_message = "A worker takes no requests; its figures answer."
  }
}

run "an_image_that_changes_is_refused" {
  command = plan

  variables {
    image = "stoa:latest"
  }

  expect_failures = [var.image]
}

run "memory_that_does_not_fit_is_refused" {
  command = plan

  variables {
    memory = 512
  }

  expect_failures = [var.memory]
}
