#!/usr/bin/env bash
# Checks openapi/stoa.json with what Redocly and Spectral recommend, and that the TypeScript client which @hey-api/openapi-ts
# makes of it, all of it and unprepared, compiles under "strict" without an "any". Skipped, with a line, where the tools cannot
# be had.
set -euo pipefail

cd "$(dirname "$0")/.."
say() { printf 'check-openapi: %s\n' "$*"; }
cache=${STOA_CLIENT_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/stoa-client-tools}
mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9 # two checks at a time would take each other's copy away

if ! tools=$(scripts/client-tools.sh); then
  say "skipped: Node could not be installed (python3 with venv, PyPI and npm)"
  exit 0
fi
export PATH=$tools/python/node/bin:$PATH
lint=$tools/openapi
if ! cmp -s openapi/lint/package-lock.json "$lint/installed.json"; then
  say "installing Redocly and Spectral into $lint"
  rm -rf "$lint"
  mkdir -p "$lint"
  cp openapi/lint/package.json openapi/lint/package-lock.json "$lint"
  if ! node "$tools/python/node/lib/node_modules/npm/bin/npm-cli.js" ci --prefix "$lint" --ignore-scripts --no-audit --no-fund \
    >"$tools/openapi.log" 2>&1; then
    say "skipped: Redocly and Spectral could not be installed; see $tools/openapi.log"
    exit 0
  fi
  cp openapi/lint/package-lock.json "$lint/installed.json"
fi

say "Redocly"
REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true node "$lint/node_modules/@redocly/cli/bin/cli.js" lint \
  openapi/stoa.json --config openapi/lint/redocly.yaml --max-problems 20
say "Spectral"
node "$lint/node_modules/@stoplight/spectral-cli/dist/index.js" lint openapi/stoa.json --ruleset openapi/lint/spectral.yaml \
  --fail-severity hint

say "a client of @hey-api/openapi-ts"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
modules=$tools/copy/clients/node_modules
cat >"$work/generate.mjs" <<END
import { createClient } from "$modules/@hey-api/openapi-ts/dist/index.mjs";
await createClient({
  input: "$PWD/openapi/stoa.json",
  output: { path: "$work/client" },
  plugins: ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"],
  logs: { level: "silent", file: false },
});
END
node "$work/generate.mjs"
node "$modules/typescript/bin/tsc" --noEmit --strict --target es2022 \
  --module esnext --moduleResolution bundler --lib es2022,dom,dom.iterable "$work/client/index.ts"
# What the document says, without comments; the library's own part is not ours.
if grep --line-number --word-regexp any "$work"/client/*.gen.ts | grep --invert-match --extended-regexp '^[^:]*:[0-9]+: *(\*|/\*|//)'; then
  say "failed: the client above has an any"
  exit 1
fi
say "passed"
