#!/usr/bin/env bash
# Prints the folder of the tools that generate and test the clients, and fills it when something is missing: Node, Java, Go
# and Python's packages from PyPI, and npm's packages beside a copy of clients/ in copy/. Fails where they cannot be had; the
# caller says what it skips.
set -euo pipefail

cd "$(dirname "$0")/.."
folder=${STOA_CLIENT_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/stoa-client-tools}
python=$folder/python
say() { printf 'client-tools: %s\n' "$*" >&2; }
mkdir -p "$folder/copy/clients"

scripts/node-tools.sh >/dev/null

# Everything but what was installed is copied anew.
find "$folder/copy/clients" -mindepth 1 -maxdepth 1 ! -name node_modules -exec rm -rf {} +
tar --create --exclude=node_modules --exclude=dist --exclude=__pycache__ --exclude=sdk-rust/target --exclude=clients/storefront clients openapi/stoa.json platform/kernel/src/money.rs docs/INTEGRATORS.md |
  tar --extract --directory "$folder/copy"
if [ ! -d "$folder/copy/clients/node_modules" ] || ! cmp -s clients/package-lock.json "$folder/package-lock.json"; then
  say "installing npm's packages into $folder"
  PATH=$python/node/bin:$PATH node "$python/node/lib/node_modules/npm/bin/npm-cli.js" ci --prefix "$folder/copy/clients" \
    --ignore-scripts --no-audit --no-fund >"$folder/npm.log" 2>&1 || { say "see $folder/npm.log"; exit 1; }
  cp clients/package-lock.json "$folder/package-lock.json"
fi
printf '%s\n' "$folder"
