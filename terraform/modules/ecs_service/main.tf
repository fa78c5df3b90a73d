locals {
  services = var.service == null ? {} : { this = var.service }
}

resource "aws_security_group" "this" {
  for_each    = local.services
  name        = var.name
  description = "Tasks of ${var.name}"
  vpc_id      = each.value.vpc_id
  tags        = { Name = var.name }
}

resource "aws_vpc_security_group_ingress_rule" "balancer" {
  for_each                     = { for key, service in local.services : key => var.balancer if var.balancer != null }
  security_group_id            = aws_security_group.this[each.key].id
  description                  = "Requests from the load balancer"
  referenced_security_group_id = each.value.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
}

resource "aws_vpc_security_group_egress_rule" "balancer" {
  for_each                     = { for key, service in local.services : key => var.balancer if var.balancer != null }
  security_group_id            = each.value.security_group_id
  description                  = "Requests to ${var.name}"
  referenced_security_group_id = aws_security_group.this[each.key].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
}

resource "aws_vpc_security_group_egress_rule" "internet" {
  for_each          = local.services
  security_group_id = aws_security_group.this[each.key].id
  description       = "Stripe, mail and AWS; databases have rules of their own on their side"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

resource "aws_ecs_service" "this" {
  for_each                           = local.services
  name                               = var.name
  cluster                            = each.value.cluster_arn
  task_definition                    = aws_ecs_task_definition.this.arn
  desired_count                      = each.value.min_tasks
  enable_execute_command             = each.value.exec
  availability_zone_rebalancing      = "ENABLED"
  propagate_tags                     = "SERVICE"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = var.balancer == null ? null : 60
  wait_for_steady_state              = true

  # A release whose tasks do not become healthy goes back to the one before by itself.
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = each.value.subnet_ids
    security_groups  = [aws_security_group.this[each.key].id]
    assign_public_ip = false
  }

  dynamic "load_balancer" {
    for_each = var.balancer == null ? [] : [var.balancer]
    content {
      target_group_arn = load_balancer.value.target_group_arn
      container_name   = "stoa"
      container_port   = load_balancer.value.port
    }
  }

  dynamic "service_connect_configuration" {
    for_each = var.service_connect == null ? [] : [var.service_connect]
    content {
      enabled   = true
      namespace = service_connect_configuration.value.namespace_arn
      dynamic "service" {
        for_each = var.balancer == null ? [] : [var.balancer]
        content {
          port_name      = "http"
          discovery_name = service_connect_configuration.value.alias
          client_alias {
            dns_name = service_connect_configuration.value.alias
            port     = service.value.port
          }
        }
      }
    }
  }

  lifecycle {
    ignore_changes = [desired_count] # autoscaling decides it
  }
}

resource "aws_appautoscaling_target" "this" {
  for_each           = local.services
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${each.value.cluster_name}/${aws_ecs_service.this[each.key].name}"
  min_capacity       = each.value.min_tasks
  max_capacity       = each.value.max_tasks
}

resource "aws_appautoscaling_policy" "cpu" {
  for_each           = local.services
  name               = "cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this[each.key].service_namespace
  scalable_dimension = aws_appautoscaling_target.this[each.key].scalable_dimension
  resource_id        = aws_appautoscaling_target.this[each.key].resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = each.value.cpu_target_percent
    scale_out_cooldown = 30
    scale_in_cooldown  = 300
    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}
