#!/usr/bin/env bash
# Runs all tests. The PostgreSQL that the first of them starts serves all, and is stopped here.
set -euo pipefail

cd "$(dirname "$0")/.."
trap scripts/test-postgres-stop.sh EXIT
cargo nextest run --locked --workspace "$@"
