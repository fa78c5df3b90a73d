#!/usr/bin/env bash
# Installs what the build and the server need. Quick when nothing is missing; when it may not
# install, it says what to install. "setup.sh test" also looks for what only the tests need.
set -euo pipefail

purpose=${1:-run}
rust=1.95.0          # installed only where there is no cargo; any later one will do
oldest_rust=1.94
nextest=0.9.143
moto=5.2.5           # the emulator of Amazon's services that tests talk to
cyclonedx=0.5.9      # "setup.sh sbom" only
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Nothing where we are root, "sudo" where it asks for no password or somebody is there to answer.
become_root() {
  if [ "$(id -u)" = 0 ]; then return 0; fi
  has sudo || return 1
  sudo -n true 2>/dev/null || [ -t 0 ]
}
# Quiet, unless it fails.
quietly() {
  local output
  output=$("$@" 2>&1) || { printf '%s\n' "$output" >&2; fail "failed: $*"; }
}
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

has_postgres() {
  if [ -n "${STOA_POSTGRES_BIN:-}" ]; then
    [ -x "$STOA_POSTGRES_BIN/postgres" ] || fail "STOA_POSTGRES_BIN=$STOA_POSTGRES_BIN holds no postgres"
    return 0
  fi
  local folder
  for folder in /usr/lib/postgresql/*/bin; do
    if [ -x "$folder/initdb" ] && [ "$(basename "$(dirname "$folder")")" -ge 15 ] 2>/dev/null; then
      return 0
    fi
  done
  has postgres && has initdb
}

install_packages() {
  local missing=()
  has make || missing+=(make)
  has cc || missing+=(gcc libc6-dev)
  has mold || missing+=(mold)
  if ! has cargo; then
    has curl || missing+=(curl)
    [ -e /etc/ssl/certs/ca-certificates.crt ] || missing+=(ca-certificates)
  fi
  has_postgres || missing+=(postgresql)
  # The tests start servers of their own.
  [ "$purpose" != test ] || has redis-server || missing+=(redis-server)
  [ ${#missing[@]} -gt 0 ] || return 0

  local command="apt-get install ${missing[*]}"
  has apt-get || fail "missing: ${missing[*]}. Install them with your package manager"
  become_root || fail "missing: ${missing[*]}. Run as root: $command"
  say "$command"
  local apt=(as_root env DEBIAN_FRONTEND=noninteractive apt-get -q)
  quietly "${apt[@]}" update
  if [[ " ${missing[*]} " == *" postgresql "* ]] && [ ! -d /etc/postgresql-common ]; then
    # We want the server's programs; Debian would also create and start a cluster of its own.
    quietly "${apt[@]}" install -y --no-install-recommends postgresql-common
    as_root sed -i 's/^#\? *create_main_cluster.*/create_main_cluster = false/' \
      /etc/postgresql-common/createcluster.conf
  fi
  quietly "${apt[@]}" install -y --no-install-recommends "${missing[@]}"
  has_postgres || fail "this system's PostgreSQL is older than 15: install a newer one"
}

install_rust() {
  if ! has cargo; then
    local host
    host="$(uname -m)-unknown-linux-gnu"
    local from="https://static.rust-lang.org/rustup/dist/$host/rustup-init"
    local folder init
    folder=$(mktemp -d)
    init=$folder/rustup-init # it looks at its own name
    say "installing Rust $rust into ~/.cargo"
    curl --proto '=https' --tlsv1.2 -sSf --retry 3 -o "$init" "$from" ||
      fail "Rust could not be downloaded from $from: install Rust $oldest_rust or newer"
    chmod +x "$init"
    quietly "$init" -y --no-modify-path --profile minimal --default-toolchain "$rust" \
      --component clippy --component rustfmt
    rm -rf "$folder"
  fi
  local found
  found=$(cargo --version | cut -d' ' -f2)
  if [ "$(printf '%s\n' "$oldest_rust" "$found" | sort -V | head -n 1)" != "$oldest_rust" ]; then
    fail "Rust $found is too old: run \"rustup update stable\" to have $oldest_rust or newer"
  fi
}

# The program as its authors build it, which saves minutes where they can be reached.
fetch_nextest() {
  [ "$(uname -sm)" = "Linux x86_64" ] && has curl || return 1
  local folder=${CARGO_HOME:-$HOME/.cargo}/bin
  mkdir -p "$folder"
  say "installing cargo-nextest $nextest"
  curl --proto '=https' --connect-timeout 5 -LsSf "https://get.nexte.st/$nextest/linux" 2>/dev/null |
    tar --extract --gzip --directory "$folder" 2>/dev/null && has cargo-nextest
}

install_test_tools() {
  cargo fmt --version >/dev/null 2>&1 || fail "rustfmt is missing: run \"rustup component add rustfmt\""
  cargo clippy --version >/dev/null 2>&1 || fail "clippy is missing: run \"rustup component add clippy\""
  if ! has cargo-nextest && ! fetch_nextest; then
    say "building cargo-nextest $nextest, which takes some minutes"
    cargo install --quiet --locked "cargo-nextest@$nextest" ||
      fail "cargo-nextest could not be installed: run \"cargo install --locked cargo-nextest\""
  fi
}

# In a folder of its own, since Debian lets nobody add to its Python.
install_moto() {
  local folder
  folder=$(cd "$(dirname "$0")/.." && pwd)/target/moto
  [ "$(cat "$folder/version" 2>/dev/null)" = "$moto" ] && return 0
  if ! has python3 || ! python3 -c 'import ensurepip' 2>/dev/null; then
    become_root && has apt-get || fail "python3 with venv is missing: run as root apt-get install python3-venv"
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends python3-venv
  fi
  say "installing moto $moto into target/moto"
  quietly python3 -m venv "$folder"
  quietly "$folder/bin/pip" install --quiet --disable-pip-version-check "moto[s3,server]==$moto"
  echo "$moto" >"$folder/version"
}

install_sbom_tools() {
  has cargo-cyclonedx && return 0
  say "building cargo-cyclonedx $cyclonedx, which takes some minutes"
  cargo install --quiet --locked "cargo-cyclonedx@$cyclonedx" ||
    fail "cargo-cyclonedx could not be installed: run \"cargo install --locked cargo-cyclonedx\""
}

install_packages
install_rust
if [ "$purpose" = test ]; then install_test_tools; install_moto; fi
if [ "$purpose" = sbom ]; then install_sbom_tools; fi
