#!/usr/bin/env python3
"""Checks what the overlays become: `manifests.py .env.sample OVERLAY …`. Against the schema of Kubernetes where the package
kubernetes-validate is installed, and against what Stoa relies on always."""

import re
import sys
from pathlib import Path

from render import containers, pod, render

try:
    import kubernetes_validate
except ImportError:
    kubernetes_validate = None

VERSION = "1.33.0"
OTHERS = {"ServiceMonitor"}  # of the Prometheus operator: not in the schema of Kubernetes
SECRET = {"DATABASE_URL", "DATABASE_RELAY_URL", "DATABASE_OPERATOR_URL", "DATABASE_OWNER_URL", "TOKEN_KEYS", "ENCRYPTION_KEYS", "MAIL_URL", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRETS"}
KINDS = {"Namespace": 1, "ServiceAccount": 1, "ConfigMap": 1, "PersistentVolumeClaim": 1, "Job": 1, "Deployment": 2, "Service": 2, "Ingress": 1,
         "HorizontalPodAutoscaler": 2, "PodDisruptionBudget": 2, "NetworkPolicy": 2, "ServiceMonitor": 1}


def schema(objects):
    """What Kubernetes would refuse."""
    for one in objects:
        if kubernetes_validate is None or one["kind"] in OTHERS:
            continue
        try:
            kubernetes_validate.validate(one, VERSION, strict=True)
        except kubernetes_validate.ValidationError as error:
            yield f"{one['kind']} {one['metadata']['name']}: {error.message}"


def hardened(objects):
    """Pods are no root, cannot write to their image and get no token."""
    for one in objects:
        if not pod(one):
            continue
        name, security = one["metadata"]["name"], pod(one).get("securityContext", {})
        if security.get("runAsNonRoot") is not True or security.get("runAsUser") != 65532:
            yield f"{name}: does not run as user 65532"
        if security.get("seccompProfile", {}).get("type") != "RuntimeDefault":
            yield f"{name}: has no seccomp profile"
        if pod(one).get("automountServiceAccountToken") is not False:
            yield f"{name}: is given a token of Kubernetes"
        for container in containers(one):
            own = container.get("securityContext", {})
            if own.get("readOnlyRootFilesystem") is not True or own.get("allowPrivilegeEscalation") is not False or own.get("capabilities") != {"drop": ["ALL"]}:
                yield f"{name}: may do more than it needs"
            if not re.search(r":[^:/]+$", container["image"]) or container["image"].endswith(":latest"):
                yield f"{name}: image {container['image']} has no fixed tag"
            if "memory" not in container.get("resources", {}).get("limits", {}):
                yield f"{name}: has no limit of memory"


def connected(objects):
    """What names something names something that exists."""
    deployments = {one["metadata"]["name"]: one for one in objects if one["kind"] == "Deployment"}
    labels = [one["spec"]["template"]["metadata"]["labels"] for one in objects if pod(one)]
    ports = {port["name"] for one in deployments.values() for container in containers(one) for port in container.get("ports", [])}

    def selects(selector, found):
        return any(selector.items() <= label.items() for label in found)

    for one in objects:
        name, spec = f"{one['kind']} {one['metadata']['name']}", one.get("spec", {})
        if one["kind"] == "HorizontalPodAutoscaler" and spec["scaleTargetRef"]["name"] not in deployments:
            yield f"{name}: scales nothing"
        if one["kind"] == "HorizontalPodAutoscaler" and "replicas" in deployments.get(spec["scaleTargetRef"]["name"], {}).get("spec", {}):
            yield f"{name}: its deployment says a number as well"
        if one["kind"] == "PodDisruptionBudget" and not selects(spec["selector"]["matchLabels"], labels):
            yield f"{name}: selects nothing"
        if one["kind"] == "NetworkPolicy" and not selects(spec["podSelector"]["matchLabels"], labels):
            yield f"{name}: selects nothing"
        if one["kind"] == "Service":
            if not selects(spec["selector"], labels):
                yield f"{name}: selects nothing"
            for port in spec["ports"]:
                if port["targetPort"] not in ports:
                    yield f"{name}: no pod has a port {port['targetPort']}"
        if one["kind"] == "Deployment" and spec["selector"]["matchLabels"] != spec["template"]["metadata"]["labels"]:
            yield f"{name}: does not select its own pods"
    services = {one["metadata"]["name"]: one for one in objects if one["kind"] == "Service"}
    for one in objects:
        if one["kind"] == "Ingress":
            for rule in one["spec"]["rules"]:
                for path in rule["http"]["paths"]:
                    service = path["backend"]["service"]
                    if service["port"]["name"] not in {port["name"] for port in services.get(service["name"], {}).get("spec", {}).get("ports", [])}:
                        yield f"Ingress {rule['host']}: leads nowhere"


def settings(objects, sample):
    """Settings are known to the program, and secrets are not among them."""
    known = set(re.findall(r"^(?:# )?([A-Z][A-Z0-9_]*)=", Path(sample).read_text(), re.MULTILINE))
    given = next(one["data"] for one in objects if one["kind"] == "ConfigMap")
    yield from (f"{name} is not a setting of the program" for name in sorted(set(given) - known))
    yield from (f"{name} is a secret" for name in sorted(set(given) & SECRET))
    yield from (f"{name} is no text" for name, value in given.items() if not isinstance(value, str))
    domain = given["PLATFORM_DOMAIN"]
    hosts = {rule["host"] for one in objects if one["kind"] == "Ingress" for rule in one["spec"]["rules"]}
    if hosts != {domain, f"*.{domain}"}:
        yield f"the ingress serves {', '.join(sorted(hosts))}, the program {domain}"


def complete(objects):
    """Everything that an installation consists of is there."""
    counts = {}
    for one in objects:
        counts[one["kind"]] = counts.get(one["kind"], 0) + 1
    if counts != KINDS:
        yield f"there are {counts}, not {KINDS}"


def main(sample, folders):
    failed = 0
    for folder in folders:
        objects = render(Path(folder))
        faults = [*schema(objects), *hardened(objects), *connected(objects), *settings(objects, sample), *complete(objects)]
        for text in faults:
            print(f"  {folder}: {text}")
        failed += len(faults)
        print(f"  {folder}: {len(objects)} objects, {len(faults)} faults")
    if kubernetes_validate is None:
        print("  skipped: the schema of Kubernetes; the package kubernetes-validate is not installed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
