#!/usr/bin/env bash
# Throws away what `make run` keeps: the database, uploads, mail.
set -euo pipefail

cd "$(dirname "$0")/.."
[ -d .stoa ] || exit 0
lock=.stoa/postgres/lock
if [ -e "$lock" ] && ! flock --nonblock "$lock" true; then
  echo "Stoa is running: stop it first" >&2
  exit 1
fi
# Below a folder that only root may enter, the database is a link to a folder outside.
if [ -L .stoa/postgres ]; then rm -rf -- "$(readlink -f .stoa/postgres)"; fi
rm -rf -- .stoa
