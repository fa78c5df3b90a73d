#!/usr/bin/env bash
# Checks the web shop: size, types, its own code, the built pages in QuickJS; and with a built program (STOA_BIN, or the one of
# the debug build) and Chromium every page, purchase and account in a browser, on an installation of its own. Five minutes at
# most on two cores; STOREFRONT_TESTS picks files, as "account".
set -euo pipefail

cd "$(dirname "$0")/.."
root=$PWD
say() { printf 'test-storefront: %s\n' "$*"; }

if ! tools=$(scripts/node-tools.sh node); then
  say "skipped: Node could not be installed (python3 with venv and PyPI)"
  exit 0
fi
export PATH=$tools/node/bin:$PATH
if ! scripts/storefront-packages.sh; then
  say "skipped: npm's packages could not be installed"
  exit 0
fi
scripts/build-storefront.sh
bin=$(realpath -m "${STOA_BIN:-${CARGO_TARGET_DIR:-target}/debug/stoa}")
cd clients/storefront

say "types"
node node_modules/typescript/bin/tsc -p tsconfig.json
say "its own code, and the built pages"
node --test --test-reporter=dot "test/*.test.ts"

if [ ! -x "$bin" ]; then
  say "skipped: the tests in a browser, since $bin is not built"
  exit 0
fi
find_chromium() { command -v "${CHROMIUM:-chromium}" || command -v chromium-browser || command -v google-chrome; }
if ! find_chromium >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  say "apt-get install chromium"
  export DEBIAN_FRONTEND=noninteractive
  { apt-get -q update && apt-get -q install -y --no-install-recommends chromium; } >/dev/null 2>&1 || true
fi
if ! CHROMIUM=$(find_chromium); then
  say "skipped: the tests in a browser, since there is no Chromium"
  exit 0
fi
export CHROMIUM

run=$(mktemp -d)
started=()
stop() {
  for pid in ${started[@]+"${started[@]}"}; do kill "$pid" 2>/dev/null || true; done
  for pid in ${started[@]+"${started[@]}"}; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$run"
}
trap stop EXIT
trap 'exit 130' INT TERM

# Four at a time, so that none is given twice.
read -r port stripe_port shell_port shell_stripe_port <<<"$(python3 -c '
import socket
all = [socket.socket() for _ in range(4)]
for it in all: it.bind(("127.0.0.1", 0))
print(*(it.getsockname()[1] for it in all))')"
start() {
  STOREFRONT_DIR=$2 "$bin" dev --data-dir "$run/$1" --port "$3" --stripe-port "$4" >"$run/$1.log" 2>&1 &
  started+=($!)
}
is_ready() {
  for _ in $(seq 1200); do
    [ ! -s "$run/$1/dev.json" ] || return 0
    kill -0 "$2" 2>/dev/null || break
    sleep 0.1
  done
  tail -n 20 "$run/$1.log" >&2
  exit 1
}

say "every page in $CHROMIUM"
# The other one cannot render any page: its visitors get the shell, and the browser does it.
cp -r dist "$run/broken"
echo 'globalThis.render = () => { throw new Error("broken on purpose"); };' >>"$run/broken/render.js"
start data "$root/clients/storefront/dist" "$port" "$stripe_port"
start shell "$run/broken" "$shell_port" "$shell_stripe_port"
is_ready data "${started[0]}"
is_ready shell "${started[1]}"
STOA_DEV=$run/data/dev.json STOREFRONT_SHELL=http://aurora.localhost:$shell_port \
  node --test --test-reporter=spec --test-concurrency=2 --test-timeout=900000 "e2e/${STOREFRONT_TESTS:-*}.test.ts" || {
  grep -E 'ERROR|WARN' "$run"/*.log | tail -n 20 >&2
  exit 1
}
say "passed"
