terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.25.0, < 7.0.0"
      # CloudFront reads certificates and access lists in us-east-1 only; backups are copied to a second region.
      configuration_aliases = [aws.us_east_1, aws.backup]
    }
  }
}
