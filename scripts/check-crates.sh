#!/usr/bin/env bash
# Licences, sources and bans of every crate, known vulnerabilities when their list can be reached, and dependencies that nothing uses.
# The tools are built on the first run, into the target folder; that takes some minutes.
set -euo pipefail

cd "$(dirname "$0")/.."
say() { printf 'check-crates: %s\n' "$*"; }
tools=${CARGO_TARGET_DIR:-target}/tools
install() { # name, version
  [ -x "$tools/bin/$1" ] && [ "$("$tools/bin/$1" --version | grep -o '[0-9.]*$')" = "$2" ] && return
  say "installing $1 $2"
  cargo install --quiet --locked --root "$tools" "$1@$2"
}
if ! install cargo-deny 0.20.2 || ! install cargo-machete 0.9.2; then
  say "skipped: the tools could not be installed (crates.io)" >&2
  exit 0
fi

say "licences, bans and sources"
"$tools/bin/cargo-deny" --all-features check --hide-inclusion-graph licenses bans sources
say "known vulnerabilities"
if "$tools/bin/cargo-deny" fetch db >"$tools/fetch.log" 2>&1; then
  "$tools/bin/cargo-deny" --all-features check --hide-inclusion-graph advisories
else
  say "skipped: the list of advisories cannot be reached" >&2
fi
say "dependencies that nothing uses"
"$tools/bin/cargo-machete" --with-metadata .
