#!/usr/bin/env python3
"""Compares the cache keys of CloudFront with the Vary header of the program: `cache_key.py page_cache.rs NAME=plan.json …`. A header that
is missing from the key would show one brand's page to another."""

import re
import sys
from pathlib import Path

from plan import Plan


def main(source, arguments):
    vary = re.search(r'VARY_BY: HeaderValue =\s*HeaderValue::from_static\("([^"]+)"\)', Path(source).read_text())
    if not vary:
        print(f"  {source} no longer names VARY_BY")
        return 1
    wanted, failed, compared = {name.lower() for name in vary[1].split(", ")} | {"authorization"}, 0, 0
    for argument in arguments:
        name, _, file = argument.partition("=")
        for policy in Plan(file).of("aws_cloudfront_cache_policy"):
            if not policy.get("name").endswith("-api"):
                continue
            compared += 1
            items = policy.get("parameters_in_cache_key_and_forwarded_to_origin.headers_config.headers.items")
            kept = {item.lower() for item in items}
            # CloudFront keeps this header itself, reduced to the codings that there are.
            codings = [policy.get(f"parameters_in_cache_key_and_forwarded_to_origin.enable_accept_encoding_{coding}")
                       for coding in ("brotli", "gzip")]
            if all(codings):
                kept.add("accept-encoding")
            missing = wanted - kept
            if missing:
                failed += 1
                print(f"  {name}: {policy.address} does not keep answers by {', '.join(sorted(missing))}")
    print(f"  {compared} cache keys compared with {', '.join(sorted(wanted))}, {failed} faults")
    return 1 if failed or not compared else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
