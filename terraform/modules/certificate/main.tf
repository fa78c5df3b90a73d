resource "aws_acm_certificate" "this" {
  domain_name               = var.domain
  subject_alternative_names = var.has_wildcard ? ["*.${var.domain}"] : []
  validation_method         = "DNS"
  key_algorithm             = "EC_prime256v1"

  options {
    certificate_transparency_logging_preference = "ENABLED"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# A domain and its wildcard are proven by the same record.
resource "aws_route53_record" "proof" {
  for_each        = toset(var.writes_proof ? [var.domain] : [])
  zone_id         = var.zone_id
  name            = one([for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_name if option.domain_name == each.key])
  type            = one([for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_type if option.domain_name == each.key])
  records         = [one([for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_value if option.domain_name == each.key])]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "this" {
  certificate_arn         = aws_acm_certificate.this.arn
  validation_record_fqdns = var.writes_proof ? [for record in aws_route53_record.proof : record.fqdn] : null
}
