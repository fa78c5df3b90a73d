#!/usr/bin/env bash
# Builds the image with Docker, tries it, and writes what is inside beside it: image.sh TAG. PLATFORM is the one of this machine, unless
# it is given (linux/arm64 for Fargate; then nothing is run).
set -euo pipefail

cd "$(dirname "$0")/.."
tag=$1
name=stoa:$tag
say() { printf 'image: %s\n' "$*"; }
if ! docker version >/dev/null 2>&1; then
  say "there is no Docker that answers; \"make check-image\" checks what can be checked without it" >&2
  exit 1
fi
export PYTHONDONTWRITEBYTECODE=1
python3 deploy/checks/image.py check
docker buildx build ${PLATFORM:+--platform "$PLATFORM"} --load --file deploy/Dockerfile --tag "$name" .
scripts/sbom.sh --image
if [ -n "${PLATFORM:-}" ]; then say "$name is built for $PLATFORM and was not run"; exit 0; fi

# Network, capabilities and root folder as the task has them.
confined() { docker run --rm --network none --read-only --cap-drop ALL "$name" "$@"; }
confined --version
if confined serve >/dev/null 2>&1; then say "failed: it starts without settings"; exit 1; fi
if confined healthcheck live >/dev/null 2>&1; then say "failed: the health check passes while nothing runs"; exit 1; fi
# The program out of the image, with the image's own files, against a database.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
container=$(docker create "$name")
docker cp --quiet "$container:/stoa" "$folder/stoa"
docker rm "$container" >/dev/null
STOA_BIN=$folder/stoa scripts/check-image.sh
say "$name is built; what is inside: target/sbom"
