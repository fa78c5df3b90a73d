# The image has no shell, runs as user 65532 and cannot write to its own files.

locals {
  port = var.balancer == null ? null : var.balancer.port

  log_configuration = {
    for prefix in ["stoa", "collector"] : prefix => {
      logDriver = "awslogs"
      options = {
        awslogs-group         = var.log_group_name
        awslogs-region        = var.region
        awslogs-stream-prefix = prefix
        mode                  = "non-blocking" # a slow log must not stop the shop
        max-buffer-size       = "8m"
      }
    }
  }

  # Restarts a process that hangs. Whether it gets requests is the balancer's question: a task is not replaced for a database that is away.
  health_question = var.service == null ? [] : [var.balancer == null ? "worker" : "live"]

  program = merge({
    name                   = "stoa"
    image                  = var.image
    command                = var.command
    essential              = true
    user                   = "65532:65532"
    readonlyRootFilesystem = true
    stopTimeout            = var.stop_timeout_seconds
    linuxParameters        = { initProcessEnabled = true, capabilities = { add = [], drop = ["ALL"] } }
    portMappings           = local.port == null ? [] : [{ name = "http", containerPort = local.port, protocol = "tcp", appProtocol = "http" }]
    environment            = [for name in sort(keys(var.environment)) : { name = name, value = var.environment[name] }]
    secrets                = [for name in sort(keys(var.secrets)) : { name = name, valueFrom = var.secrets[name] }]
    mountPoints            = [{ sourceVolume = "media", containerPath = var.media_dir, readOnly = false }]
    logConfiguration       = local.log_configuration["stoa"]
    ulimits                = [{ name = "nofile", softLimit = 65536, hardLimit = 65536 }]
    }, [for question in local.health_question : {
      healthCheck = { command = ["CMD", "/stoa", "healthcheck", question], interval = 10, timeout = 5, retries = 6, startPeriod = 60 }
  }]...)

  # Reads the figures over the task's own loopback, so that no other machine can.
  collector = [for collector in var.collector == null ? [] : [var.collector] : {
    name                   = "collector"
    image                  = collector.image
    essential              = false
    readonlyRootFilesystem = true
    environment = [{ name = "AOT_CONFIG_CONTENT", value = yamlencode({
      extensions = { sigv4auth = { region = var.region, service = "aps" } }
      receivers = { prometheus = { config = { scrape_configs = [{
        job_name        = var.name
        scrape_interval = "30s"
        static_configs  = [{ targets = ["127.0.0.1:9464"] }]
      }] } } }
      # Every task is scraped at the same address: without its own name, series of two tasks would be taken for one.
      processors = {
        resourcedetection = { detectors = ["ecs"], timeout = "5s" }
        resource          = { attributes = [{ key = "service.instance.id", from_attribute = "aws.ecs.task.arn", action = "upsert" }] }
      }
      exporters = { prometheusremotewrite = { endpoint = collector.write_url, auth = { authenticator = "sigv4auth" } } }
      service = {
        extensions = ["sigv4auth"]
        pipelines  = { metrics = { receivers = ["prometheus"], processors = ["resourcedetection", "resource"], exporters = ["prometheusremotewrite"] } }
      }
    }) }]
    logConfiguration = local.log_configuration["collector"]
  }]
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = var.start_role_arn
  task_role_arn            = var.task_role_arn
  container_definitions    = jsonencode(concat([local.program], local.collector))

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }

  volume {
    name = "media"
    dynamic "efs_volume_configuration" {
      for_each = var.media == null ? [] : [var.media]
      content {
        file_system_id     = efs_volume_configuration.value.file_system_id
        transit_encryption = "ENABLED"
        authorization_config {
          access_point_id = efs_volume_configuration.value.access_point_id
          iam             = "ENABLED"
        }
      }
    }
  }
}
