#!/usr/bin/env python3
"""Checks plans: `assertions.py NAME=plan.json …`. Exit status 1 and a line for each fault. With --expect FILE instead: every fault that the
file names (lines of: rule, address) must be found, so that the rules are known to work."""

import sys
from pathlib import Path

import policies
import rules
from plan import Plan


def load(argument):
    name, _, file = argument.partition("=")
    plan = Plan(file)
    plan.name = name
    plan.is_production = "prod" in name.split("/")
    return plan


def look(plan):
    """How often each rule was applied, and the faults as (rule, address, text)."""
    counts, faults = {}, []
    for name, function in rules.RULES.items():
        outcomes = list(function(plan))
        counts[name] = len(outcomes)
        faults += [(name, address, text) for address, text in outcomes if text]
    return counts, faults


def main(arguments):
    expected = None
    if arguments and arguments[0] == "--expect":
        lines = Path(arguments[1]).read_text().splitlines()
        expected = {tuple(line.split()) for line in lines if line and not line.startswith("#")}
        arguments = arguments[2:]
    plans = [load(argument) for argument in arguments]
    if not plans:
        print("no plan given", file=sys.stderr)
        return 2
    totals, failed, found = dict.fromkeys(rules.RULES, 0), 0, set()
    for plan in plans:
        counts, faults = look(plan)
        for name, count in counts.items():
            totals[name] += count
        found |= {(name, address) for name, address, _ in faults}
        if expected is None:
            for name, address, text in faults:
                failed += 1
                print(f"  {plan.name}: {address} {text} [{name}]")
    if expected is not None:
        if policies.known_actions() is None:
            expected = {entry for entry in expected if entry[0] != "actions_exist"}
        for name, address in sorted(expected - found):
            failed += 1
            print(f"  the planted fault of {address} was not found [{name}]")
        untried = set(rules.RULES) - {name for name, _ in found}
        print(f"  {len(expected) - failed} of {len(expected)} planted faults found; rules without one: {', '.join(sorted(untried)) or 'none'}")
        return 1 if failed else 0
    resources = sum(len(plan.resources) for plan in plans)
    # A rule that looked at nothing has proven nothing.
    idle = [name for name, count in totals.items() if count == 0 and not (name == "actions_exist" and policies.known_actions() is None)]
    for name in idle:
        print(f"  rule {name} found nothing to look at")
    print(f"  {len(plans)} plans, {resources} resources, {len(rules.RULES)} rules, {sum(totals.values())} assertions, {failed} faults")
    return 1 if failed or idle else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
