// Writes the samples of clients/samples.json as programs into a copy of clients/: `node compile-samples.mjs CLIENTS`.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { programs } from "./samples.mjs";

const [clients] = process.argv.slice(2);
for (const [name, text] of Object.entries(programs(JSON.parse(readFileSync(join(clients, "samples.json"), "utf8"))))) {
  mkdirSync(dirname(join(clients, name)), { recursive: true });
  writeFileSync(join(clients, name), text);
}
