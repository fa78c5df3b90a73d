#!/usr/bin/env python3
"""Checks alerts, their tests, runbooks and dashboards: `alerts.py ROOT OUTPUT`, where ROOT holds `deploy/observability`, `docs` and the
watchdog that holds the metrics of docs/OPERATIONS.md equal to the program's. Every expression may name only what the program emits. Writes
the dashboards' expressions into OUTPUT as rules, for promtool to parse. Whether alerts fire is for `promtool test rules` to say."""

import json
import re
import sys
from pathlib import Path

import yaml

OTHERS = {"up"}  # of Prometheus itself
ADDED = {"le", "job", "instance"}  # labels of Prometheus itself
WATCHDOG = "tests/it/watchdogs/operations.rs"
WORDS = {"and", "or", "unless", "offset", "bool", "by", "without", "on", "ignoring", "group_left", "group_right", "inf", "nan"}
GROUPING = re.compile(r"\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)")
NAME = re.compile(r"(?<![\w.:$])([a-zA-Z_:][\w:]*)\b(?!\s*\()")
SEVERITIES = {"page", "ticket"}


def emitted(root):
    """Series that the program has, by the table that a test holds equal to the code; and the labels that it may use."""
    page = (root / "docs/OPERATIONS.md").read_text()
    table = page.split("\n## Metrics\n")[1].split("\n## ")[0]
    names = set()
    for name, meaning in re.findall(r"^\| `([a-z_]+)` \| (.*) \|$", table, re.MULTILINE):
        names |= {f"{name}_{part}" for part in ("bucket", "sum", "count")} if meaning.startswith("histogram") else {name}
    labels = re.search(r"const LABELS: [^=]*= \[(.*?)\];", (root / WATCHDOG).read_text(), re.DOTALL)[1]
    return names, set(re.findall(r'"([a-z_]+)"', labels)) | {"topic", "version"} | ADDED


def named(expression):
    """Metrics and labels that an expression names."""
    text = re.sub(r'"(?:[^"\\]|\\.)*"', '""', expression)
    labels = {label for found in re.findall(r"\{([^}]*)\}", text) for label in re.findall(r"(\w+)\s*(?:=~|!~|!=|=)", found)}
    text = re.sub(r"\{[^}]*\}|\[[^\]]*\]", " ", text)
    labels |= {label.strip() for found in GROUPING.findall(text) for label in found.split(",") if label.strip()}
    text = GROUPING.sub(" ", text)
    return {name for name in NAME.findall(text) if name.lower() not in WORDS}, labels


def unknown(where, expression, names, labels):
    metrics, used = named(expression)
    if not metrics:
        yield f"{where}: names no metric"
    yield from (f"{where}: no process emits {name}" for name in sorted(metrics - names - OTHERS))
    yield from (f"{where}: no metric has a label {label}" for label in sorted(used - labels))


def rules(root):
    groups = yaml.safe_load((root / "deploy/observability/alerts.yaml").read_text())["groups"]
    return [rule for group in groups for rule in group["rules"]]


def runbooks(root, alerts):
    """Each alert has a page of its own, and each page an alert or a line among the procedures."""
    pages = set()
    readme = (root / "docs/runbooks/README.md").read_text()
    procedures = set(re.findall(r"^\| \[[^]]+\]\(([^)]+)\) \|", readme.partition("\n## Procedures\n")[2], re.MULTILINE))
    for rule in alerts:
        name, path = rule["alert"], rule.get("annotations", {}).get("runbook_url", "")
        page = root / path
        if not path.startswith("docs/runbooks/") or not page.is_file():
            yield f"{name}: there is no runbook {path}"
            continue
        pages.add(page.name)
        text = page.read_text()
        if not text.startswith(f"# {name}\n") or "\n## Look at\n\n- " not in text or "\n## Do\n\n1. " not in text:
            yield f"{name}: {path} is not about it, or lacks what to look at and what to do"
        if f"[{name}]({page.name}) | {rule['labels']['severity']} |" not in readme:
            yield f"{name}: docs/runbooks/README.md does not list it as it is"
    for page in (root / "docs/runbooks").glob("*.md"):
        if page.name != "README.md" and page.name not in pages | procedures:
            yield f"{page.name}: no alert and no line of the procedures leads to it"


def links(root):
    """Pages lead to pages and headings that exist."""
    for page in sorted((root / "docs/runbooks").glob("*.md")):
        for path, heading in re.findall(r"\]\(([^)#]+)#?([^)]*)\)", page.read_text()):
            target = page.parent / path
            if not target.is_file():
                yield f"{page.name}: {path} does not exist"
            elif heading:
                found = {re.sub(r"[^\w -]", "", line.lstrip("# ")).lower().replace(" ", "-") for line in target.read_text().splitlines() if line.startswith("#")}
                if heading not in found:
                    yield f"{page.name}: {path} has no heading {heading}"


def tested(root, alerts):
    """Each alert has a test in which it fires, and one in which it does not."""
    fires, quiet = set(), set()
    for file in sorted((root / "deploy/observability/tests").glob("*.yaml")):
        for test in yaml.safe_load(file.read_text())["tests"]:
            for case in test.get("alert_rule_test", []):
                (fires if case.get("exp_alerts") else quiet).add(case["alertname"])
    for rule in alerts:
        if rule["alert"] not in fires:
            yield f"{rule['alert']}: no test fires it"
        if rule["alert"] not in quiet:
            yield f"{rule['alert']}: no test leaves it quiet"


def dashboards(root):
    """Every expression of every dashboard, with where it stands."""
    for file in sorted((root / "deploy/observability/dashboards").glob("*.json")):
        board = json.loads(file.read_text())
        for panel in board["panels"]:
            for target in panel["targets"]:
                yield f"{file.name}, {panel['title']}", target["expr"].replace("$__rate_interval", "5m")


def boards(root):
    """Dashboards can be told apart, and their panels too."""
    files = sorted((root / "deploy/observability/dashboards").glob("*.json"))
    for file in files:
        board = json.loads(file.read_text())
        if f"{board['uid']}.json" != file.name:
            yield f"{file.name}: its uid is {board['uid']}"
        ids = [panel["id"] for panel in board["panels"]]
        if not ids or len(ids) != len(set(ids)):
            yield f"{file.name}: two panels have the same id, or there is none"


def main(folder, output):
    root = Path(folder)
    names, labels = emitted(root)
    found = rules(root)
    alerts = [rule for rule in found if "alert" in rule]
    names |= {rule["record"] for rule in found if "record" in rule}
    expressions = list(dashboards(root))
    faults = [*runbooks(root, alerts), *links(root), *tested(root, alerts), *boards(root)]
    for rule in found:
        faults += unknown(rule.get("alert") or rule["record"], rule["expr"], names, labels)
    for rule in alerts:
        if rule["labels"].get("severity") not in SEVERITIES or not rule["annotations"].get("summary"):
            faults.append(f"{rule['alert']}: has no severity or no summary")
    for where, expression in expressions:
        faults += unknown(where, expression, names, labels)
    recorded = [{"record": f"dashboard:{number}", "expr": expression} for number, (_, expression) in enumerate(expressions)]
    Path(output).write_text(yaml.safe_dump({"groups": [{"name": "dashboards", "rules": recorded}]}))
    for text in faults:
        print(f"  {text}")
    print(f"  {len(alerts)} alerts, {len(expressions)} expressions of dashboards, {len(names)} series; {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
