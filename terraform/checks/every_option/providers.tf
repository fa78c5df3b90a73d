locals {
  tags = {
    project     = "stoa"
    environment = "check"
    part        = "cell-a"
    managed_by  = "terraform"
  }
}

provider "aws" {
  region = "eu-central-1"
  default_tags {
    tags = local.tags
  }
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
  default_tags {
    tags = local.tags
  }
}

provider "aws" {
  alias  = "backup"
  region = "eu-west-1"
  default_tags {
    tags = local.tags
  }
}
