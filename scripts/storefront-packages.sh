#!/usr/bin/env bash
# Installs npm's packages of the web shop when the lock file has changed since, or there are none.
set -euo pipefail

cd "$(dirname "$0")/../clients/storefront"
cmp -s package-lock.json node_modules/.stamp && exit 0
tools=$(../../scripts/node-tools.sh node)
export PATH=$tools/node/bin:$PATH
echo "storefront-packages: installing npm's packages"
node "$tools/node/lib/node_modules/npm/bin/npm-cli.js" ci --ignore-scripts --no-audit --no-fund --loglevel=error
cp package-lock.json node_modules/.stamp
