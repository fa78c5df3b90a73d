mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                     = "stoa-test-a"
  region                   = "eu-central-1"
  cidr                     = "10.1.0.0/18"
  zones                    = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  log_key_arn              = "arn:aws:kms:eu-central-1:123456789012:key/one"
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/stoa-test-boundary"
}

run "three_kinds_of_subnet_in_each_zone" {
  command = plan

  assert {
    condition     = length(aws_subnet.this) == 9
    error_message = "Three kinds in three zones are nine subnets."
  }

  assert {
    condition     = length(distinct([for subnet in aws_subnet.this : subnet.cidr_block])) == 9
    error_message = "Ranges must differ."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.this : !subnet.map_public_ip_on_launch])
    error_message = "No subnet gives public addresses."
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 3
    error_message = "Each zone has its NAT gateway."
  }
}

run "data_has_no_way_to_the_internet" {

  assert {
    condition     = alltrue([for route in aws_route.app : route.route_table_id != aws_route_table.data.id]) && aws_route.public.route_table_id != aws_route_table.data.id
    error_message = "The data route table has no default route."
  }

  assert {
    condition     = length(output.subnet_ids.data) == 3
    error_message = "Data subnets are given out."
  }
}

run "one_nat_gateway_serves_all_zones_when_asked" {
  command = plan

  variables {
    nat_per_zone = false
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_route.app) == 3
    error_message = "One gateway, and each zone leads to it."
  }
}

run "endpoints_are_an_option" {
  command = plan

  variables {
    interface_endpoints = ["ecr.api", "logs"]
  }

  assert {
    condition     = aws_vpc_endpoint.interface["ecr.api"].service_name == "com.amazonaws.eu-central-1.ecr.api"
    error_message = "Endpoints have the region in their name."
  }

  assert {
    condition     = length(aws_vpc_endpoint.gateway) == 2
    error_message = "S3 and DynamoDB are always reached privately."
  }
}

run "a_range_that_is_too_small_is_refused" {
  command = plan

  variables {
    cidr = "10.1.0.0/24"
  }

  expect_failures = [var.cidr]
}

run "one_zone_is_refused" {
  command = plan

  variables {
    zones = ["eu-central-1a"]
  }

  expect_failures = [var.zones]
}
