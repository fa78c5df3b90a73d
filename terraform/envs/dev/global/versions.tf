terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.25.0, < 7.0.0"
    }
  }

  # The bucket is named at init, because its name holds the account:
  #   terraform init -backend-config=bucket=stoa-dev-state-ACCOUNT
  backend "s3" {
    key          = "global.tfstate"
    region       = "eu-central-1"
    encrypt      = true
    use_lockfile = true
  }
}
