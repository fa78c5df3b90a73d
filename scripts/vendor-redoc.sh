#!/usr/bin/env bash
# Puts Redoc's bundle into the program: the file that npm has, without its one request to another host (a logo), compressed. For a new
# version change the two lines below, run it, and look at /docs. "vendor-redoc.sh --check" compares; nothing else needs the network.
set -euo pipefail

version=2.5.3
integrity=sha512-bBbat+Sx6xKWdyoCGTtA0BWeTEW9Vs4VnEja7q7ZLOk4IM7cHQLrf+kDxWF6dKeKxT8kOBnoy/OsNXCeLttpyQ==

cd "$(dirname "$0")/.."
folder=platform/gateway/src/docs
tools=$(scripts/node-tools.sh node)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && PATH=$tools/node/bin:$PATH node "$tools/node/lib/node_modules/npm/bin/npm-cli.js" pack --silent "redoc@$version" >/dev/null)
tar --extract --gzip --directory "$work" --file "$work/redoc-$version.tgz"
"$tools/node/bin/node" - "$work" "$version" "$integrity" <<'JS'
const { createHash } = require("node:crypto");
const { readFileSync, writeFileSync } = require("node:fs");
const { gzipSync } = require("node:zlib");
const [work, version, integrity] = process.argv.slice(2);
const found = `sha512-${createHash("sha512").update(readFileSync(`${work}/redoc-${version}.tgz`)).digest("base64")}`;
if (found !== integrity) throw new Error(`redoc ${version} is not what it was: ${found}`);
const licenses = readFileSync(`${work}/package/bundles/redoc.standalone.js.LICENSE.txt`, "utf8");
const parts = readFileSync(`${work}/package/bundles/redoc.standalone.js`, "utf8").split("https://cdn.redoc.ly/redoc/logo-mini.svg");
if (parts.length !== 2) throw new Error("the logo is loaded from elsewhere by now");
const text = parts.join("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E").replace(/^\/\*! For license.*\n/, "").replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
writeFileSync(`${work}/redoc.js.gz`, gzipSync(`${licenses}${text}`, { level: 9 }));
JS
if [ "${1:-}" = --check ]; then
  cmp <(gzip -dc "$work/redoc.js.gz") <(gzip -dc "$folder/redoc.js.gz")
  exit 0
fi
cp "$work/redoc.js.gz" "$folder/redoc.js.gz"
