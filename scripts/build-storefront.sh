#!/usr/bin/env bash
# Builds the web shop into clients/storefront/dist and prints what visitors download. Fails when it is more than was agreed.
# Does nothing when no source has changed since. "build-storefront.sh optional" is content where Node cannot be had.
set -euo pipefail

cd "$(dirname "$0")/.."
purpose=${1:-}
shop=clients/storefront
unavailable() {
  echo "build-storefront: $1 cannot be had (python3 with venv, PyPI and npm): storefronts have an API and no pages"
  [ "$purpose" = optional ] && exit 0
  exit 1
}

sources=$(cat "$shop"/package-lock.json "$shop"/build/*.mjs <(find "$shop/src" clients/packages/sdk/src -type f -print0 | sort -z | xargs -0 cat) | sha256sum)
if [ -f "$shop/dist/render.js" ] && [ "$(cat "$shop/dist/.stamp" 2>/dev/null)" = "$sources" ]; then
  echo "build-storefront: up to date"
  exit 0
fi
tools=$(scripts/node-tools.sh node) || unavailable Node
export PATH=$tools/node/bin:$PATH
scripts/storefront-packages.sh || unavailable "npm's packages"
node "$shop/build/build.mjs"
printf '%s\n' "$sources" >"$shop/dist/.stamp"
