output "start_role_arn" {
  description = "Role with which ECS starts the task."
  value       = aws_iam_role.start.arn
  depends_on  = [aws_iam_role_policy.start]
}

output "task_role_arn" {
  description = "Role which the program has."
  value       = aws_iam_role.task.arn
  depends_on  = [aws_iam_role_policy.task]
}
