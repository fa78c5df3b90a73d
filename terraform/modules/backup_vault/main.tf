resource "aws_backup_vault" "this" {
  name        = var.name
  kms_key_arn = var.key_arn
}
