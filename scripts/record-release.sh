#!/usr/bin/env bash
# Run at a release, before its tag: keeps what later changes are compared with. That is the API document, which must not break clients, and the
# statements, which must still work on the schema of the release after.
set -euo pipefail

cd "$(dirname "$0")/.."
cp openapi/stoa.json openapi/released.json
cargo nextest run --locked --workspace --run-ignored only -E 'test(record_the_statements_of_this_release)'
git status --short openapi/released.json tests/released-statements.json
echo 'record-release: empty the list in openapi/CHANGES.md, and commit'
