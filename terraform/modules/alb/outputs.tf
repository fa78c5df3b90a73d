output "arn" {
  description = "ARN of the balancer."
  value       = aws_lb.this.arn
}

output "arn_suffix" {
  description = "How metrics name the balancer."
  value       = aws_lb.this.arn_suffix
}

output "dns_name" {
  description = "Name that leads to the balancer."
  value       = aws_lb.this.dns_name
}

output "zone_id" {
  description = "Route 53 zone of that name, for alias records."
  value       = aws_lb.this.zone_id
}

output "listener_arn" {
  description = "The HTTPS listener."
  value       = aws_lb_listener.https.arn
}

output "target_group_arn" {
  description = "Where tasks register."
  value       = aws_lb_target_group.this.arn
  depends_on  = [aws_lb_listener.https] # ECS refuses a target group without a balancer
}

output "target_group_arn_suffix" {
  description = "How metrics name the target group."
  value       = aws_lb_target_group.this.arn_suffix
}

output "security_group_id" {
  description = "Security group of the balancer."
  value       = aws_security_group.this.id
}
