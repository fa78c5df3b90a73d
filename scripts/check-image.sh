#!/usr/bin/env bash
# Checks the image without a container engine: the Dockerfile against the repository, the web shop built from only what the build is
# given, and the program with only the files of the last stage around it. The program is STOA_BIN, or the one of the debug build.
# What a real build adds is its compiler: `make image` builds it where Docker is.
set -euo pipefail

cd "$(dirname "$0")/.."
say() { printf 'check-image: %s\n' "$*"; }
started=$SECONDS
export PYTHONDONTWRITEBYTECODE=1
image() { python3 deploy/checks/image.py "$@"; }

say "the Dockerfile, against what the build is given"
image check
if ! command -v git >/dev/null; then say "skipped: git is not installed"; exit 0; fi

work=$(mktemp -d)
pids=()
stop() {
  for pid in ${pids[@]+"${pids[@]}"}; do kill "$pid" 2>/dev/null || true; done
  for pid in ${pids[@]+"${pids[@]}"}; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

say "planted faults"
planted() { # what must be said, file, what is replaced, by what
  rm -rf "$work/copy"
  mkdir "$work/copy"
  git ls-files -z --cached --others --exclude-standard | tar --null --files-from=- --create --ignore-failed-read 2>/dev/null | tar --extract --directory "$work/copy"
  git -C "$work/copy" init --quiet
  sed -i "s|$3|$4|" "$work/copy/$2"
  if python3 "$work/copy/deploy/checks/image.py" check >"$work/output" || ! grep -q "$1" "$work/output"; then
    say "failed: the fault \"$1\" was not found"; cat "$work/output"; exit 1
  fi
}
planted 'copies clients/storefront, which the build is not given' deploy/Dockerfile.dockerignore '^!clients/storefront' '# nothing'
planted 'includes ../../migrations' deploy/Dockerfile.dockerignore '^!migrations' '# nothing'
planted 'no fixed version' deploy/Dockerfile 'node:24-alpine3.22' 'node:latest'
planted 'STOREFRONT_DIRECTORY, which is not a setting' deploy/Dockerfile 'STOREFRONT_DIR=' 'STOREFRONT_DIRECTORY='
planted 'or is root' deploy/Dockerfile '^USER .*' 'USER root'

bin=$(realpath -m "${STOA_BIN:-${CARGO_TARGET_DIR:-target}/debug/stoa}")
if [ ! -x "$bin" ]; then say "skipped: whether the program starts; $bin is not built"; exit 0; fi
root=$work/root
mkdir -p "$root/etc/ssl/certs" "$root/media"

# As the stage web-shop does it.
if tools=$(scripts/node-tools.sh node) && PATH=$tools/node/bin:$PATH scripts/storefront-packages.sh; then
  say "the web shop, from what the build is given"
  image context "$work/context"
  ln -s "$PWD/clients/storefront/node_modules" "$work/context/clients/storefront/node_modules"
  (cd "$work/context/clients/storefront" && PATH=$tools/node/bin:$PATH node build/build.mjs) >"$work/shop.log" 2>&1 || { cat "$work/shop.log"; exit 1; }
  cp -R "$work/context/clients/storefront/dist" "$root/storefront"
else
  say "skipped: the web shop; Node and npm's packages could not be installed"
fi

# As the last stage has it, and nothing else: no shell, no libraries but those of a program that is not static.
cp "$bin" "$root/stoa"
[ -e /etc/ssl/certs/ca-certificates.crt ] && cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
printf 'stoa:x:65532:65532::/:/sbin/nologin\n' >"$root/etc/passwd"
printf 'stoa:x:65532:\n' >"$root/etc/group"
linked=$(ldd "$bin" 2>/dev/null | grep -oE '/[^ ]+' || true)
for library in $linked; do
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
done
user=$(image user)
if [ "$(id -u)" = 0 ]; then
  chown -R "$user" "$root/media"
  enclosed=(chroot "--userspec=$user" "$root")
elif unshare --map-root-user true 2>/dev/null; then
  enclosed=(unshare --map-root-user chroot "$root")
else
  say "skipped: whether the program starts; this user may not change the root folder"
  exit 0
fi
say "the program in an empty folder${linked:+, with the libraries of this machine, since it is not static}"
read -ra command <<<"$(image command)"
read -ra healthcheck <<<"$(image healthcheck)"
mapfile -t variables < <(image env)
[ -d "$root/storefront" ] || mapfile -t variables < <(image env | grep -v '^STOREFRONT_DIR=')
inside() { # settings … -- command …
  local settings=()
  while [ "$1" != -- ]; do settings+=("$1"); shift; done
  shift
  (exec env --ignore-environment PATH="$PATH" "${variables[@]}" ${settings[@]+"${settings[@]}"} "${enclosed[@]}" "$@")
}
version=$(inside -- "${command[0]}" --version)
expected="stoa $(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)"
[ "$version" = "$expected" ] || { say "failed: it says \"$version\" and not \"$expected\""; exit 1; }
if inside -- "${healthcheck[@]}" >"$work/output" 2>&1; then say "failed: the health check passes while nothing runs"; exit 1; fi
if inside -- "${command[@]}" >"$work/output" 2>&1; then say "failed: it starts without settings"; exit 1; fi
grep -q DATABASE_URL "$work/output" || { say "failed: it does not name the missing settings"; cat "$work/output"; exit 1; }

# Everything around it is played by a development installation: database, payment provider, two stores.
read -r port stripe serve serve_metrics metrics <<<"$(python3 -c '
import socket
all = [socket.socket() for _ in range(5)]
for it in all: it.bind(("127.0.0.1", 0))
print(*(it.getsockname()[1] for it in all))')"
"$bin" dev --data-dir "$work/data" --port "$port" --stripe-port "$stripe" >"$work/dev.log" 2>&1 &
pids+=($!)
for _ in $(seq 900); do
  [ -s "$work/data/dev.json" ] && break
  kill -0 "${pids[0]}" 2>/dev/null || { tail -n 20 "$work/dev.log"; exit 1; }
  sleep 0.1
done
[ -s "$work/data/dev.json" ] || { say "failed: the development installation does not start"; exit 1; }
mapfile -t settings < <(grep -vE '^(LISTEN_ADDR|MEDIA_DIR|MAIL_URL|SMS_URL|STOREFRONT_URL|STOREFRONT_DIR)=' "$work/data/settings.env")
settings+=("LISTEN_ADDR=0.0.0.0:$serve" MEDIA_DIR=/media MAIL_URL=smtp://127.0.0.1:9 ALLOW_HTTP_ORIGINS=true)

run() { # name, settings … -- command …: starts it in the background
  local name=$1
  shift
  inside "$@" >"$work/$name.log" 2>&1 &
  pids+=($!)
}
until_healthy() { # name, settings … -- health check …
  local name=$1
  shift
  for _ in $(seq 300); do
    inside "$@" >"$work/output" 2>&1 && return 0
    sleep 0.1
  done
  say "failed: $name does not become healthy"; cat "$work/output" "$work/$name.log"; exit 1
}
run serve "${settings[@]}" "METRICS_ADDR=127.0.0.1:$serve_metrics" -- "${command[@]}"
until_healthy serve "${settings[@]}" -- "${healthcheck[@]}"
until_healthy serve "${settings[@]}" -- "${healthcheck[0]}" healthcheck ready
run worker "${settings[@]}" "METRICS_ADDR=127.0.0.1:$metrics" -- "${command[0]}" worker
until_healthy worker "METRICS_ADDR=127.0.0.1:$metrics" -- "${healthcheck[0]}" healthcheck worker

get() { curl --silent --show-error --fail --max-time 20 -H 'Host: aurora.localhost' "http://127.0.0.1:$serve$1"; }
get /storefront/v1/products >"$work/output"
grep -q '"slug"' "$work/output" || { say "failed: no products"; cat "$work/output"; exit 1; }
if [ -d "$root/storefront" ]; then
  get / >"$work/page"
  script=$(grep -oE '/[^" ]+\.js' "$work/page" | head -n 1)
  grep -q '<h1' "$work/page" || { say "failed: the first page has no content"; head -c 2000 "$work/page"; exit 1; }
  get "$script" >/dev/null
fi
# A process that is told to end ends, with 0.
for pid in "${pids[@]:1}"; do
  child=$(pgrep -P "$pid" || echo "$pid")
  kill -TERM "$child"
  wait "$pid" || { say "failed: it does not end in peace"; tail -n 5 "$work"/serve.log "$work"/worker.log; exit 1; }
done
pids=("${pids[0]}")
say "passed in $((SECONDS - started)) s; no image was built"
