variable "name" {
  description = "Prefix of every name, such as stoa-prod-a."
  type        = string
}

variable "account_id" {
  description = "AWS account."
  type        = string
}

variable "region" {
  description = "AWS region of the Prometheus workspace."
  type        = string
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the role."
  type        = string
}

variable "prometheus" {
  description = "Prometheus workspace that the dashboards read: its ARN, and the address for queries."
  type        = object({ arn = string, url = string })
}

variable "folder" {
  description = "Folder of the dashboards, each a JSON file of Grafana: deploy/observability/dashboards."
  type        = string
}
