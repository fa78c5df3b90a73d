#!/usr/bin/env bash
# Writes the generated part of the clients from openapi/stoa.json. "gen-clients.sh --check" only says whether it would change
# anything. Skipped, with a line, where the generators cannot be had.
set -euo pipefail

cd "$(dirname "$0")/.."
if [ -z "${STOA_CLIENT_TOOLS_LOCKED:-}" ]; then
  cache=${STOA_CLIENT_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/stoa-client-tools}
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  flock 9 # a check and this would take each other's copy away
fi
if ! tools=$(scripts/client-tools.sh); then
  echo "gen-clients: skipped: the generators could not be installed (python3 with venv, PyPI and npm)" >&2
  exit 0
fi
export STOA_JAVA=$tools/python/java/bin/java STOA_OPENAPI_GENERATOR=$tools/python/openapi-generator.jar
export STOA_GOFMT=$tools/python/go/bin/gofmt
generate() { "$tools/python/node/bin/node" "$tools/copy/clients/generator/generate.mjs" "$PWD" "$1"; }

if [ "${1:-}" != --check ]; then
  generate "$PWD/clients"
  exit 0
fi
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
generate "$fresh"
changed() {
  echo "gen-clients: clients/$1 is not what openapi/stoa.json gives: run \"make gen\" and commit it" >&2
  exit 1
}
for path in samples.json packages/sdk/src/generated sdk-python/src/stoa/generated sdk-rust/src/generated packages/sdk/package.json \
  package-lock.json sdk-python/pyproject.toml sdk-rust/Cargo.toml sdk-rust/Cargo.lock; do
  diff --recursive --brief --exclude=__pycache__ "clients/$path" "$fresh/$path" >&2 || changed "$path"
done
# Generated files are beside those by hand in Go.
for file in "$fresh"/sdk-go/*.gen.go clients/sdk-go/*.gen.go; do
  name=sdk-go/$(basename "$file")
  diff --brief "clients/$name" "$fresh/$name" >&2 || changed "$name"
done
