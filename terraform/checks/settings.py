#!/usr/bin/env python3
"""Compares what tasks pass to the program with .env.sample: `settings.py .env.sample NAME=plan.json …`."""

import re
import sys
from pathlib import Path

from plan import Plan

# Their defaults suit one machine, not a region.
NEEDED = {"LISTEN_ADDR", "MEDIA_DIR", "MEDIA_URL", "PLATFORM_DOMAIN", "PLATFORM_HOSTS", "TRUSTED_PROXIES"}
OWNER = "DATABASE_OWNER_URL"  # for migrations only


def sample(file):
    """Names that the program knows, and those among them that have no default."""
    known, required = set(), set()
    for line in Path(file).read_text().splitlines():
        if match := re.match(r"(# )?([A-Z][A-Z0-9_]*)=", line):
            known.add(match[2])
            if not match[1]:
                required.add(match[2])
    return {name for name in known if not name.startswith("STOA_")}, required


def main(file, arguments):
    known, required = sample(file)
    faults, compared = [], 0
    for argument in arguments:
        name, _, plan = argument.partition("=")
        cell = Plan(plan).outputs.get("cell")
        if not isinstance(cell, dict) or "settings" not in cell:
            faults.append(f"{name}: the plan has no output cell.settings")
            continue
        for process, passed in sorted(cell["settings"].items()):
            compared += len(passed)
            wanted = {OWNER} if process == "migrate" else (required | NEEDED) - {OWNER}
            refused = set(passed) - {OWNER} if process == "migrate" else set(passed) & {OWNER}
            faults += [f"{name}: {process} is not given {setting}" for setting in sorted(wanted - set(passed))]
            faults += [f"{name}: {process} is given {setting}, which it must not have" for setting in sorted(refused)]
            faults += [f"{name}: {process} is given {setting}, which the program does not know" for setting in sorted(set(passed) - known)]
    for text in faults:
        print(f"  {text}")
    print(f"  {compared} settings compared with {len(known)} of the sample, {len(faults)} faults")
    return 1 if faults or not compared else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
