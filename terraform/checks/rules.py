"""What every plan must keep to. A rule is a function that takes a plan and yields (address, fault or None) for each thing it looked at."""

from plan import UNKNOWN

RULES = {}
ANYWHERE = {"0.0.0.0/0", "::/0"}


def rule(function):
    """Registers a rule under its name."""
    RULES[function.__name__] = function
    return function


def fault(is_fault, text):
    return text if is_fault else None


@rule
def buckets_are_private(plan):
    """Each bucket is private, versioned, encrypted, and refuses plain HTTP; each beside the bucket in its module."""
    beside = {}
    for resource in plan.resources:
        if resource.type.startswith("aws_s3_bucket"):
            beside.setdefault(resource.module, {})[resource.type] = resource
    documents = {document.module: document for document in plan.documents}
    for bucket in plan.of("aws_s3_bucket"):
        own = beside[bucket.module]
        block = own.get("aws_s3_bucket_public_access_block")
        switches = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
        is_open = block is None or not all(block.get(name) is True for name in switches)
        yield bucket.address, fault(is_open, "can be made public: a public access block with all four switches is missing")
        versions = own.get("aws_s3_bucket_versioning")
        kept = versions is not None and versions.get("versioning_configuration.status") == "Enabled"
        yield bucket.address, fault(not kept, "keeps no versions")
        for name in ("aws_s3_bucket_server_side_encryption_configuration", "aws_s3_bucket_policy", "aws_s3_bucket_lifecycle_configuration"):
            yield bucket.address, fault(name not in own, f"has no {name}")
        statements = documents[bucket.module].values.get("statement") or [] if bucket.module in documents else []
        refuses = any(s.get("effect") == "Deny" and any(c.get("variable") == "aws:SecureTransport" for c in s.get("condition") or []) for s in statements)
        yield bucket.address, fault(not refuses, "takes plain HTTP")
    for acl in plan.of("aws_s3_bucket_acl"):
        yield acl.address, "access lists of objects are not used"


@rule
def the_internet_enters_by_the_balancer(plan):
    """From everywhere only ports 80 and 443 are open, and only those of the load balancer."""
    for ingress in plan.of("aws_vpc_security_group_ingress_rule"):
        everywhere = ANYWHERE & {ingress.get("cidr_ipv4"), ingress.get("cidr_ipv6")}
        ports = {ingress.get("from_port"), ingress.get("to_port")}
        allowed = ports in ({80}, {443}) and ingress.module.endswith("module.balancer")
        yield ingress.address, fault(bool(everywhere) and not allowed, f"lets everyone in to ports {sorted(map(str, ports))}")
    for group in plan.of("aws_security_group", "aws_default_security_group"):
        yield group.address, fault(bool(group.get("ingress")) and group.get("ingress") is not UNKNOWN, "has rules of its own: they belong in resources of their own")


@rule
def nothing_has_a_public_address(plan):
    """Tasks, databases and subnets get no public address."""
    for resource in plan.of("aws_ecs_service"):
        yield resource.address, fault(resource.get("network_configuration.assign_public_ip") is not False, "gets a public address")
    for resource in plan.of("aws_rds_cluster_instance", "aws_db_instance"):
        yield resource.address, fault(resource.get("publicly_accessible") is not False, "gets a public address")
    for resource in plan.of("aws_subnet"):
        yield resource.address, fault(resource.get("map_public_ip_on_launch") is not False, "gives public addresses")


@rule
def roles_are_bounded(plan):
    """Every role has a permissions boundary."""
    for role in plan.of("aws_iam_role"):
        yield role.address, fault(role.get("permissions_boundary") is None, "has no permissions boundary")


@rule
def logs_are_kept_and_encrypted(plan):
    """Every log group has a retention and a key."""
    for group in plan.of("aws_cloudwatch_log_group"):
        yield group.address, fault(not group.get("retention_in_days"), "keeps logs for ever: retention_in_days is missing")
        yield group.address, fault(group.get("kms_key_id") is None, "is not encrypted with a key of ours")


KEYS = {
    "aws_rds_cluster": ["kms_key_id", "master_user_secret_kms_key_id"],
    "aws_rds_cluster_instance": ["performance_insights_kms_key_id"],
    "aws_sqs_queue": ["kms_master_key_id"],
    "aws_sns_topic": ["kms_master_key_id"],
    "aws_dynamodb_table": ["server_side_encryption.kms_key_arn"],
    "aws_elasticache_replication_group": ["kms_key_id"],
    "aws_secretsmanager_secret": ["kms_key_id"],
    "aws_ecr_repository": ["encryption_configuration.kms_key"],
    "aws_backup_vault": ["kms_key_arn"],
    "aws_kinesis_firehose_delivery_stream": ["server_side_encryption.key_arn", "extended_s3_configuration.kms_key_arn"],
    "aws_prometheus_workspace": ["kms_key_arn"],
}
# Load balancers cannot write access logs with a key of ours.
AMAZONS_KEY = ("module.access_logs",)


@rule
def data_is_encrypted_with_our_keys(plan):
    """Whatever keeps data does it with a key of ours, and keys rotate."""
    for resource in plan.of(*KEYS):
        for path in KEYS[resource.type]:
            yield resource.address, fault(not resource.get(path), f"has no key of ours: {path}")
    for resource in plan.of("aws_s3_bucket_server_side_encryption_configuration"):
        defaults = resource.get("rule.apply_server_side_encryption_by_default.sse_algorithm")
        ours = defaults == "aws:kms" or resource.module.endswith(AMAZONS_KEY)
        yield resource.address, fault(not ours, "is not encrypted with a key of ours")
    for key in plan.of("aws_kms_key"):
        yield key.address, fault(key.get("enable_key_rotation") is not True, "does not rotate")


@rule
def transport_is_encrypted(plan):
    """Balancers redirect plain HTTP and speak TLS 1.2 or newer; the cache and the proxy speak TLS only."""
    for listener in plan.of("aws_lb_listener"):
        if listener.get("protocol") == "HTTPS":
            yield listener.address, fault("TLS13" not in str(listener.get("ssl_policy")), "takes old versions of TLS")
        else:
            yield listener.address, fault(listener.get("default_action.type") != "redirect", "answers over plain HTTP")
    for cache in plan.of("aws_elasticache_replication_group"):
        yield cache.address, fault(cache.get("transit_encryption_mode") != "required", "talks without TLS")
    for proxy in plan.of("aws_db_proxy"):
        yield proxy.address, fault(proxy.get("require_tls") is not True, "talks without TLS")
    for distribution in plan.of("aws_cloudfront_distribution"):
        version = str(distribution.get("viewer_certificate.minimum_protocol_version"))
        yield distribution.address, fault(not version.startswith("TLSv1.2"), "takes old versions of TLS")
        yield distribution.address, fault(not distribution.get("web_acl_id"), "has no access list")


@rule
def messages_are_never_lost(plan):
    """Every queue has dead letters, and each alarm has a recipient."""
    for queue in plan.of("aws_sqs_queue"):
        is_dead_letters = str(queue.get("name")).removesuffix(".fifo").endswith("-dead")
        yield queue.address, fault(not is_dead_letters and not queue.get("redrive_policy"), "has no dead letters")
    for alarm in plan.of("aws_cloudwatch_metric_alarm"):
        yield alarm.address, fault(not alarm.get("alarm_actions"), "has no recipient")


PROTECTED = {
    "aws_rds_cluster": [("deletion_protection", True), ("skip_final_snapshot", False)],
    "aws_lb": [("enable_deletion_protection", True)],
    "aws_dynamodb_table": [("deletion_protection_enabled", True)],
    "aws_s3_bucket": [("force_destroy", False)],
    "aws_secretsmanager_secret": [("recovery_window_in_days", 30)],
    "aws_kms_key": [("deletion_window_in_days", 30)],
}


@rule
def production_cannot_be_deleted_by_mistake(plan):
    """In production, what holds data refuses deletion."""
    if not plan.is_production:
        return
    for resource in plan.of(*PROTECTED):
        for path, wanted in PROTECTED[resource.type]:
            yield resource.address, fault(resource.get(path) != wanted, f"{path} must be {wanted} in production")


@rule
def everything_is_tagged(plan):
    """Every provider tags what it makes, and none is configured inside a module."""
    for key, provider in plan.configuration.get("provider_config", {}).items():
        if provider.get("name") == "aws":
            yield key, fault("default_tags" not in provider.get("expressions", {}), "has no default tags")
            yield key, fault("module_address" in provider and "expressions" in provider, "is configured inside a module")
