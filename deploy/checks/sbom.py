#!/usr/bin/env python3
"""Checks bills of materials: `sbom.py FOLDER`. Each names every component with a version, where it is from and its licence, holds no version
that the lock file does not have, and nothing that only tests use."""

import json
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# File, its lock, what must be in it, and what must not.
BILLS = {
    "stoa.cdx.json": ("Cargo.lock", {"tokio", "poem", "sqlx", "rustls", "rquickjs", "domain"}, {"testkit", "stripe-sim"}),
    "sdk-rust.cdx.json": ("clients/sdk-rust/Cargo.lock", {"reqwest", "serde"}, set()),
    "web-shop.cdx.json": ("clients/storefront/package-lock.json", {"react", "react-dom", "@fontsource-variable/inter"}, {"vite", "typescript"}),
}


def locked(path):
    """Names and versions of a lock file."""
    text = (ROOT / path).read_text()
    if path.endswith(".json"):
        packages = json.loads(text)["packages"]
        return {(place.rpartition("node_modules/")[2], package["version"]) for place, package in packages.items() if place}
    return {(package["name"], package["version"]) for package in tomllib.loads(text)["package"]}


def faults(bill, lock, wanted, unwanted):
    """What is wrong with one bill."""
    if bill.get("bomFormat") != "CycloneDX":
        yield "is no CycloneDX"
        return
    names = {component["name"] if "group" not in component else f"{component['group']}/{component['name']}" for component in bill["components"]}
    for name in sorted(wanted - names):
        yield f"lacks {name}"
    for name in sorted(unwanted & names):
        yield f"holds {name}, which only builds and tests use"
    for component in bill["components"]:
        name = component["name"] if "group" not in component else f"{component['group']}/{component['name']}"
        if (name, component.get("version")) not in lock:
            yield f"holds {name} {component.get('version')}, which the lock file does not have"
        if not component.get("purl"):
            yield f"does not say where {name} is from"
        if not component.get("licenses"):
            yield f"does not say the licence of {name}"


def main(folder):
    failed = 0
    for file in sorted(Path(folder).glob("*.cdx.json")):
        path, wanted, unwanted = BILLS[file.name]
        bill = json.loads(file.read_text())
        found = list(faults(bill, locked(path), wanted, unwanted))
        failed += len(found)
        for fault in found:
            print(f"  {file.name} {fault}")
        print(f"  {file}: {len(bill['components'])} components, {len(found)} faults")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
