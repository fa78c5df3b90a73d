# The catalogue as storefronts read it. PostgreSQL stays the source of truth: the table can be filled from it again.
#   pk T#<tenant>#S#<shard>   sk P#<product>           a product card
#   by_category               T#<tenant>#C#<category>  sorted by sort key and product
#   by_slug                   T#<tenant>#SLUG          sorted by slug

resource "aws_dynamodb_table" "this" {
  name                        = var.name
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "pk"
  range_key                   = "sk"
  deletion_protection_enabled = var.deletion_protection

  dynamic "attribute" {
    for_each = toset(["pk", "sk", "category_pk", "category_sk", "slug_pk", "slug_sk"])
    content {
      name = attribute.value
      type = "S"
    }
  }

  global_secondary_index {
    name            = "by_category"
    hash_key        = "category_pk"
    range_key       = "category_sk"
    projection_type = "ALL"
  }

  global_secondary_index {
    name            = "by_slug"
    hash_key        = "slug_pk"
    range_key       = "slug_sk"
    projection_type = "KEYS_ONLY"
  }

  # Deleted products stay as markers for a while, so that a late update cannot bring them back.
  ttl {
    attribute_name = "expires_at"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = var.key_arn
  }
}
