locals {
  tags = {
    project     = "stoa"
    environment = "dev"
    part        = "bootstrap"
    managed_by  = "terraform"
  }
}

provider "aws" {
  region = "eu-central-1"
  default_tags {
    tags = local.tags
  }
}

data "aws_caller_identity" "this" {}
