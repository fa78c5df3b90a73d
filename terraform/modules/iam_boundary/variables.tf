variable "name" {
  description = "Name of the boundary, such as stoa-prod-boundary."
  type        = string
}

variable "regions" {
  description = "Regions in which roles may act. Global services are free of it."
  type        = set(string)
  validation {
    condition     = length(var.regions) > 0
    error_message = "regions must not be empty."
  }
}
