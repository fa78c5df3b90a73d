#!/usr/bin/env bash
# Sends requests that nobody would write to every operation of a running installation, as each kind of
# caller, and fails on an answer that is a 5xx or that the document does not name. About two minutes;
# "schemathesis.sh SECONDS" gives each caller another time. Skipped, with a line, without Python.
set -euo pipefail

cd "$(dirname "$0")/.."
seconds=${1:-25}
version=4.32.5
root=$PWD
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
tools=$target/schemathesis-$version
seed=${STOA_SEED:-$(date +%s)}

install() {
  [ -x "$tools/bin/schemathesis" ] && return 0
  command -v python3 >/dev/null || return 1
  python3 -m venv "$tools" 2>/dev/null && "$tools/bin/pip" -q install "schemathesis==$version" >/dev/null 2>&1
}
if ! install; then
  echo "schemathesis: skipped, since it cannot be installed here (python3 with venv, and PyPI)" >&2
  exit 0
fi

work=$(mktemp -d)
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
port=$(free_port)
stripe_port=$(free_port)
# No limit by address: every request comes from this machine.
env RATE_LIMIT_READ_PER_SECOND=0 RATE_LIMIT_WRITE_PER_SECOND=0 RATE_LIMIT_CHECKOUT_PER_MINUTE=0 \
  RATE_LIMIT_LOGIN_PER_MINUTE=0 RATE_LIMIT_CLIENTS_PER_TENANT=0 RATE_LIMIT_WEBHOOK_PER_SECOND=0 \
  "$target/debug/stoa" dev --data-dir "$work/data" --port "$port" --stripe-port "$stripe_port" \
  >"$work/log" 2>&1 &
stoa=$!
stop() {
  kill "$stoa" 2>/dev/null || true
  wait "$stoa" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
for _ in $(seq 600); do
  [ -s "$work/data/dev.json" ] && break
  kill -0 "$stoa" 2>/dev/null || { tail -n 20 "$work/log" >&2; exit 1; }
  sleep 0.1
done

fact() { python3 -c "import json, sys; print(eval('json.load(open(sys.argv[1]))' + sys.argv[2]))" "$work/data/dev.json" "$1"; }
sign_in() { # host, path, e-mail, password
  curl -sf "http://127.0.0.1:$port$2" -H "Host: $1" -H 'Content-Type: application/json' \
    -d "{\"email\": \"$3\", \"password\": \"$4\"}" | python3 -c 'import json, sys; print(json.load(sys.stdin)["access_token"])'
}
shop=aurora.localhost
owner=$(sign_in $shop /admin/v1/auth/login "$(fact "['tenants'][0]['owner']['email']")" "$(fact "['tenants'][0]['owner']['password']")")
operator=$(sign_in localhost /operator/v1/auth/login "$(fact "['operator']['email']")" "$(fact "['operator']['password']")")
storefront=http://127.0.0.1:$port/storefront/v1
post() { curl -sf "$storefront$1" -H "Host: $shop" -H 'Content-Type: application/json' -d "$2"; }
post /auth/signup '{"email": "fuzz@example.com", "password": "lamp river otter seven", "first_name": "F", "last_name": "Z"}'
for _ in $(seq 100); do
  mail=$(curl -s "http://127.0.0.1:$port/dev/mailbox.json" | grep -o 'token=[0-9a-f]*' | head -n 1 || true)
  [ -n "$mail" ] && break
  sleep 0.1
done
post /auth/verify-email "{\"token\": \"${mail#token=}\"}"
shopper=$(sign_in $shop /storefront/v1/auth/login fuzz@example.com 'lamp river otter seven')

failed=0
try() { # name, host, path prefix, further arguments
  local name=$1 host=$2 paths=$3
  shift 3
  echo "schemathesis: as $name, for ${seconds} s, seed $seed"
  # From its folder, since it keeps a cache where it is started.
  (cd "$work" && "$tools/bin/schemathesis" run "$root/openapi/stoa.json" --url "http://127.0.0.1:$port" \
    --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
    --include-path-regex "$paths" --max-time "$seconds" --seed "$seed" --phases examples,coverage,fuzzing \
    --header "Host: $host" --suppress-health-check all --no-color "$@") >"$work/$name.txt" 2>&1 || {
    failed=1
    sed -n '/FAILURES/,$p' "$work/$name.txt" | head -n 120
  }
  tail -n 12 "$work/$name.txt" | grep -E 'passed|failed|generated|found' || true
}
try anonymous $shop '^/(storefront|health|admin|webhooks)'
try shopper $shop '^/storefront' --header "Authorization: Bearer $shopper"
try staff $shop '^/admin' --header "Authorization: Bearer $owner"
try operator localhost '^/operator' --header "Authorization: Bearer $operator"
exit $failed
