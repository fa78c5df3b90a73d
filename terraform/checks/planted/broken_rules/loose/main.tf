# Planted: a policy that no document describes, so that no rule can read it.
resource "aws_iam_policy" "loose" {
  name   = "planted"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
