#!/usr/bin/env bash
# Writes what is inside as CycloneDX 1.5 into target/sbom: the program, the web shop, and the SDK for Rust, each from its lock file. The
# SDK for TypeScript and the one for Go depend on nothing; the one for Python names ranges, which whoever installs it locks.
# "sbom.sh --image" leaves out the SDK: what an image has inside.
set -euo pipefail

cd "$(dirname "$0")/.."
say() { printf 'sbom: %s\n' "$*"; }
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
out=$target/sbom
rm -rf "$out"
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
scripts/setup.sh sbom
tools=$(scripts/node-tools.sh node)
export PATH=${CARGO_HOME:-$HOME/.cargo}/bin:$tools/node/bin:$PATH

# cargo-cyclonedx writes beside each Cargo.toml: a copy keeps the tree clean. Only what the program is built of counts, for the machines
# that images are for.
python3 deploy/checks/image.py context "$work/context"
cargo cyclonedx --quiet --manifest-path "$work/context/Cargo.toml" --format json --spec-version 1.5 --no-build-deps \
  --target x86_64-unknown-linux-musl --override-filename sbom
mv "$work/context/sbom.json" "$out/stoa.cdx.json"

npm_sbom() {
  (cd "$1" && node "$tools/node/lib/node_modules/npm/bin/npm-cli.js" sbom --sbom-format cyclonedx --sbom-type application --package-lock-only --omit dev)
}
npm_sbom clients/storefront >"$out/web-shop.cdx.json"

if [ "${1:-}" != --image ]; then
  mkdir "$work/sdk-rust"
  cp -R clients/sdk-rust/. "$work/sdk-rust/"
  rm -rf "$work/sdk-rust/target"
  cargo cyclonedx --quiet --manifest-path "$work/sdk-rust/Cargo.toml" --format json --spec-version 1.5 --no-build-deps --override-filename sbom
  mv "$work/sdk-rust/sbom.json" "$out/sdk-rust.cdx.json"
fi
# Where it was made says nothing about what is inside.
sed -i -e "s|file://$work/context|file:///stoa|g" -e "s|file://$work/sdk-rust|file:///stoa/clients/sdk-rust|g" "$out"/*.json
python3 deploy/checks/sbom.py "$out"
