# Product documents, which storefronts read. PostgreSQL stays the source of truth: `stoa products rebuild` fills the table from it again.
#   pk T#<tenant>#S#<shard>   sk P#<product>   a product without prices and stock

resource "aws_dynamodb_table" "this" {
  name                        = var.name
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "pk"
  range_key                   = "sk"
  deletion_protection_enabled = var.deletion_protection

  dynamic "attribute" {
    for_each = toset(["pk", "sk"])
    content {
      name = attribute.value
      type = "S"
    }
  }

  # Products that are not for sale stay as markers for a while, so that a late update cannot bring them back.
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
