# Planted: the access list has no visibility_config.
resource "aws_wafv2_web_acl" "this" {
  name  = "planted"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
}
