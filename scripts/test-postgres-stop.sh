#!/usr/bin/env bash
# Stops the PostgreSQL that tests share, if it runs. Its data stay, so that the next run is quick.
set -euo pipefail

cd "$(dirname "$0")/.."
data=$(readlink -f "${CARGO_TARGET_DIR:-target}/test-postgres" || true)/data
[ -r "$data/postmaster.pid" ] || exit 0
pid=$(head -n 1 "$data/postmaster.pid")
# A killed server leaves the file behind, and its number may belong to somebody else by now.
grep -qF "$data" "/proc/$pid/cmdline" 2>/dev/null || exit 0
kill -INT "$pid"
for _ in $(seq 300); do
  [ -e "$data/postmaster.pid" ] || exit 0
  sleep 0.1
done
echo "the test server (process $pid) does not stop" >&2
exit 1
