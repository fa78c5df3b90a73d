#!/usr/bin/env bash
# Checks the clients: generated code against the document, types, and the suite that all of them must pass. With a built
# program (STOA_BIN, or the one of the debug build) also a purchase on a running installation, and the programs of the guide for
# integrators. On two cores a minute and a half, and three with empty caches.
set -euo pipefail

cd "$(dirname "$0")/.."
say() { printf 'check-clients: %s\n' "$*"; }
cache=${STOA_CLIENT_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/stoa-client-tools}
mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9 # two checks at a time would take each other's copy away
export STOA_CLIENT_TOOLS_LOCKED=1

if ! tools=$(scripts/client-tools.sh); then
  say "skipped: Node, Java, Go and Python's packages could not be installed (python3 with venv, PyPI and npm)"
  exit 0
fi
work=$tools/copy/clients
run=$(mktemp -d)
export PATH=$tools/python/node/bin:$tools/python/bin:$PATH
export STOA_NODE=$tools/python/node/bin/node PYTHONDONTWRITEBYTECODE=1 MYPY_CACHE_DIR=$tools/mypy
npm() { node "$tools/python/node/lib/node_modules/npm/bin/npm-cli.js" "$@"; }
tsc() { node "$work/node_modules/typescript/bin/tsc" "$@"; }
go() {
  GOROOT=$(realpath "$tools/python/go") GOCACHE=$tools/go-cache GOFLAGS=-mod=mod GOPROXY=off GOTOOLCHAIN=local GOTELEMETRY=off \
    PATH=$tools/python/go/bin:$PATH command go "$@"
}
rust() { (cd "$work/sdk-rust" && CARGO_TARGET_DIR=$tools/rust-target cargo "$@"); }

has_rust=yes
if ! command -v cargo >/dev/null || ! rust fetch --quiet --locked 2>"$run/cargo.log"; then
  has_rust=
  say "skipped: the Rust client, since cargo or its crates cannot be had"
fi

stoa=
stop() {
  [ -z "$stoa" ] || { kill "$stoa" 2>/dev/null && wait "$stoa" 2>/dev/null; } || true
  rm -rf "$run"
}
trap stop EXIT

# What the Rust client's README shows, on the running installation.
rust_examples() {
  local host owner
  host=$(python -c 'import json, os; print(json.load(open(os.environ["STOA_DEV"]))["tenants"][0]["host"])')
  owner=$(python -c 'import json, os; it = json.load(open(os.environ["STOA_DEV"]))["tenants"][0]["owner"]; print(it["email"], it["password"])')
  sed -i "s/aurora.localhost:8080/$host/" "$work/sdk-rust/examples/quick_start.rs"
  rust run --quiet --locked --example quick_start >"$run/quick_start"
  [ "$(head -n 1 "$run/quick_start")" = "Taper Candles, set of six 14.00 EUR" ]
  [ "$(wc -l <"$run/quick_start")" -gt 20 ]
  # shellcheck disable=SC2086 # two words
  # Into a file: grep would leave at the line that it looks for, and the example could not print the rest.
  rust run --quiet --locked --example guide "http://$host" $owner >"$run/guide"
  grep -q '^12.05 EUR 36.15 EUR$' "$run/guide"
}
bin=${STOA_BIN:-${CARGO_TARGET_DIR:-target}/debug/stoa}
if [ -x "$bin" ]; then
  free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
  "$bin" dev --data-dir "$run/data" --port "$(free_port)" --stripe-port "$(free_port)" >"$run/log" 2>&1 9>&- &
  stoa=$!
fi

say "generated code"
scripts/gen-clients.sh --check

say "format"
[ -z "$(cd "$work/sdk-go" && "$tools/python/go/bin/gofmt" -l .)" ]
if [ -n "$has_rust" ]; then rust fmt --check; fi

# With every sample of the page of the API as a program of its language.
say "types"
node "$work/generator/compile-samples.mjs" "$work"
tsc -p "$work/packages/sdk"
tsc -p "$work/packages/sdk/test"
(cd "$work/sdk-python" && mypy && MYPYPATH=src mypy --strict tests/samples_program.py)
(cd "$work/sdk-go" && go vet ./...)
if [ -n "$has_rust" ]; then rust clippy --quiet --locked --all-targets -- -D warnings; fi

if [ -n "$stoa" ]; then
  for _ in $(seq 600); do
    [ -s "$run/data/dev.json" ] && break
    kill -0 "$stoa" 2>/dev/null || { tail -n 20 "$run/log" >&2; exit 1; }
    sleep 0.1
  done
  export STOA_DEV=$run/data/dev.json
else
  say "skipped: the purchase on a running installation, since $bin is not built"
fi
say "TypeScript"
(cd "$work/packages/sdk" && node --test --test-reporter=dot "test/*.test.ts")
say "Python"
(cd "$work/sdk-python" && pytest --quiet -p no:cacheprovider)
say "Go"
(cd "$work/sdk-go" && go test ./...)
if [ -n "$has_rust" ]; then
  say "Rust"
  rust test --quiet --locked
  if [ -n "$stoa" ]; then rust_examples; fi
fi

if [ -n "$stoa" ]; then
  say "the programs of docs/INTEGRATORS.md"
  node "$work/conformance/guide.mjs" write
  tsc -p "$work/packages/sdk/test"
  (cd "$work/sdk-python" && MYPYPATH=src mypy --strict tests/guide_program.py)
  (cd "$work/sdk-go" && go build -o "$run/guide-go" ./examples/integration)
  node "$work/conformance/guide.mjs" run TS node "$work/packages/sdk/test/guide-program.ts"
  PYTHONPATH=$work/sdk-python/src \
    node "$work/conformance/guide.mjs" run PY python "$work/sdk-python/tests/guide_program.py"
  node "$work/conformance/guide.mjs" run GO "$run/guide-go"
  if [ -n "$has_rust" ]; then node "$work/conformance/guide.mjs" run RS "$tools/rust-target/debug/examples/integration"; fi
fi

say "packages, as an integrator gets them"
(cd "$run" && npm pack --silent "$work/packages/sdk" >/dev/null && npm install --silent --offline --prefix "$run/js" ./*.tgz)
(cd "$run/js" && node --input-type=module -e 'import("@stoa/sdk").then((it) => new it.Storefront({ host: "shop.example" }))')
pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir "$run" "$work/sdk-python"
pip install --quiet --disable-pip-version-check --no-deps --target "$run/py" "$run"/*.whl
(cd "$run" && PYTHONPATH=$run/py python -c 'import stoa; stoa.Storefront(host="shop.example")')
[ -e "$run/py/stoa/py.typed" ]

# Nothing is written by hand when the API grows, and a change that was not generated is found.
say "a document with new fields, unions and operations"
node "$work/generator/planted/plant.mjs" "$tools/copy/openapi/stoa.json"
STOA_JAVA=$tools/python/java/bin/java STOA_OPENAPI_GENERATOR=$tools/python/openapi-generator.jar STOA_GOFMT=$tools/python/go/bin/gofmt \
  node "$work/generator/generate.mjs" "$tools/copy" "$work"
for path in packages/sdk/src/generated sdk-python/src/stoa/generated sdk-rust/src/generated sdk-go; do
  if diff --recursive --brief "clients/$path" "$work/$path" >/dev/null; then
    say "failed: what is new in the document changes nothing in $path"
    exit 1
  fi
done
cp "$work/generator/planted/check.ts" "$work/packages/sdk/test/planted.test.ts"
cp "$work/generator/planted/check.py" "$work/sdk-python/tests/test_planted.py"
node "$work/generator/compile-samples.mjs" "$work"
tsc -p "$work/packages/sdk"
tsc -p "$work/packages/sdk/test"
(cd "$work/packages/sdk" && node --test --test-reporter=dot test/planted.test.ts)
(cd "$work/sdk-python" && mypy && MYPYPATH=src mypy --strict tests/samples_program.py && pytest --quiet -p no:cacheprovider tests/test_planted.py)
cp "$work/generator/planted/check.go.txt" "$work/sdk-go/planted_test.go"
(cd "$work/sdk-go" && go vet ./... && go test -run Planted .)
if [ -n "$has_rust" ]; then
  cp "$work/generator/planted/check.rs" "$work/sdk-rust/tests/planted.rs"
  rust test --quiet --locked --test planted --example samples planted
fi
say "passed"
