#!/usr/bin/env python3
"""Checks that alerts and dashboards reach production: `alerts.py FOLDER NAME=plan.json …`, FOLDER being deploy/observability. Exit status 1
and a line for each fault. With amtool in the environment variable AMTOOL, the alert manager's definition is read by it as well."""

import json
import os
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import yaml
from plan import UNKNOWN, Plan


def severities(rules):
    """Severities that the rules give their alerts."""
    return sorted({rule["labels"]["severity"] for group in yaml.safe_load(rules)["groups"] for rule in group["rules"] if "alert" in rule})


def routed(definition, severity):
    """The topics that an alert of this severity reaches, as amtool says."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in definition["template_files"].items():
            Path(folder, name).write_text(content)
        config = Path(folder, "alertmanager.yaml")
        config.write_text(definition["alertmanager_config"])
        amtool = os.environ["AMTOOL"]
        check = subprocess.run([amtool, "check-config", config], capture_output=True, text=True, check=False)
        if check.returncode:
            return None, check.stdout + check.stderr
        test = [amtool, "config", "routes", "test", f"--config.file={config}", f"severity={severity}", "alertname=One"]
        receiver = subprocess.run(test, capture_output=True, text=True, check=True).stdout.strip()
    receivers = {one["name"]: one for one in yaml.safe_load(definition["alertmanager_config"])["receivers"]}
    return [one["topic_arn"] for one in receivers[receiver]["sns_configs"]], None


def faults_of_alerts(plan, rules):
    """What is wrong with rules and alert manager of a plan."""
    loaded = plan.of("aws_prometheus_rule_group_namespace")
    if len(loaded) != len(plan.of("aws_prometheus_workspace")) or not loaded:
        yield "the workspace is given no rules"
    for namespace in loaded:
        if namespace.get("data") != rules:
            yield f"{namespace.address} is not the file alerts.yaml"
    for manager in plan.of("aws_prometheus_alert_manager_definition"):
        text = manager.get("definition")
        if text in (None, UNKNOWN):
            yield f"{manager.address} cannot be read in the plan"
            continue
        definition = yaml.safe_load(text)
        for severity in severities(rules) if "AMTOOL" in os.environ else []:
            topics, error = routed(definition, severity)
            if error:
                yield f"{manager.address}: {error}"
            elif [topic.rsplit("-", 1)[-1] for topic in topics] != [severity]:
                yield f"an alert of severity {severity} goes to {topics}"


def faults_of_dashboards(plan, files):
    """What is wrong with the dashboards of a plan."""
    for load in plan.of("terraform_data"):
        if load.get("input") != files:
            yield f"{load.address} loads other dashboards than there are files"


def main(arguments):
    folder, plans = Path(arguments[0]), [argument.partition("=") for argument in arguments[1:]]
    rules = (folder / "alerts.yaml").read_text()
    files = {file.name: sha256(file.read_bytes()).hexdigest() for file in (folder / "dashboards").glob("*.json")}
    found, with_dashboards = [], 0
    for name, _, file in plans:
        plan = Plan(file)
        with_dashboards += len(plan.of("aws_grafana_workspace"))
        found += [f"  {name}: {fault}" for fault in (*faults_of_alerts(plan, rules), *faults_of_dashboards(plan, files))]
    if not with_dashboards:
        found.append("  no plan has a Grafana")
    print(*found, sep="\n", end="\n" if found else "")
    print(f"  {len(plans)} plans, {len(severities(rules))} severities, {len(files)} dashboards, {len(found)} faults")
    return 1 if found or not plans else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
