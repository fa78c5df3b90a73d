#!/usr/bin/env python3
"""Looks at the order in which a cell is made: `order.py GRAPH`, as `terraform graph -type=plan` prints it. Services become healthy only when
they reach the database, so nothing that the database needs may wait for them."""

import re
import sys
from collections import defaultdict
from pathlib import Path

SERVICE = "aws_ecs_service.this"
MAY_WAIT = ("aws_appautoscaling_",)
# Without these a first start fails.
MUST_BE_THERE = ("aws_lb_listener.https", "aws_iam_role_policy.start", "aws_ecs_cluster_capacity_providers.this")


def edges(file):
    """What each node waits for."""
    waits = defaultdict(set)
    for line in Path(file).read_text().splitlines():
        if match := re.match(r'\s*"\[root\] (.*?)(?: \(expand\))?" -> "\[root\] (.*?)(?: \(expand\))?"', line):
            waits[match[1]].add(match[2])
    return waits


def all_before(waits, node):
    """Everything that a node waits for, directly or not."""
    seen, rest = set(), [node]
    while rest:
        new = waits.get(rest.pop(), set()) - seen
        seen |= new
        rest += new
    return seen


def main(file):
    waits = edges(file)
    services = [node for node in waits if node.endswith(SERVICE)]
    resources = [node for node in waits if "aws_" in node and ".data." not in node]
    faults = []
    for service in services:
        before = all_before(waits, service)
        faults += [f"{service} does not wait for {name}" for name in MUST_BE_THERE if not any(node.endswith(name) for node in before)]
    for node in resources:
        if not any(name in node for name in MAY_WAIT) and all_before(waits, node) & set(services):
            faults.append(f"{node} waits for the services")
    for text in faults:
        print(f"  {text}")
    print(f"  order of {len(resources)} resources, {len(faults)} faults")
    return 1 if faults or not services else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
