// Writes the generated part of every client: `node generate.mjs ROOT OUTPUT`. ROOT is the repository, OUTPUT the
// folder that gets `packages/sdk/…`, `sdk-python/…` and so on; they differ when a check only wants to compare.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { createClient } from "@hey-api/openapi-ts";

import { codesOf } from "./codes.mjs";
import { unusualDigits } from "./currencies.mjs";
import { clientDocument, operations, readDocument } from "./document.mjs";
import * as go from "./go.mjs";
import * as python from "./python.mjs";
import * as rust from "./rust.mjs";
import { samples } from "./samples.mjs";
import * as typescript from "./typescript.mjs";

const [root, output] = process.argv.slice(2).map((it) => resolve(it));
const original = readDocument(join(root, "openapi/stoa.json"));
const codes = codesOf(original);
const document = clientDocument(original);
const { version } = document.info;
const digits = unusualDigits(join(root, "platform/kernel/src/money.rs"));
const work = mkdtempSync(join(tmpdir(), "stoa-clients-"));

function write(folder, name, text) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}

async function writeTypescript() {
  const folder = join(output, "packages/sdk/src/generated");
  const input = join(work, "typescript.json");
  writeFileSync(input, JSON.stringify(typescript.withOpenEnums(document)));
  await createClient({
    input,
    output: { path: join(work, "typescript") },
    plugins: ["@hey-api/typescript"],
    logs: { level: "silent", file: false },
  });
  const types = readFileSync(join(work, "typescript/types.gen.ts"), "utf8");
  rmSync(folder, { recursive: true, force: true });
  write(folder, "types.gen.ts", typescript.openEnums(types));
  write(folder, "operations.gen.ts", typescript.operationsFile(operations(document)));
  write(folder, "currencies.gen.ts", typescript.currenciesFile(digits));
  write(folder, "codes.gen.ts", typescript.codesFile(codes));
  write(folder, "version.gen.ts", typescript.versionFile(version));
}

function writePython() {
  const { STOA_JAVA: java, STOA_OPENAPI_GENERATOR: jar } = process.env;
  if (!java || !jar) throw new Error("STOA_JAVA and STOA_OPENAPI_GENERATOR must name Java and openapi-generator's jar");
  const templates = join(root, "clients/generator/python");
  python.writeModels({ document, work, templates, java, jar, output, run: execFileSync });
  python.writeOperations({ document, operations: operations(document), output });
  python.writeCurrencies(digits, output);
  python.writeCodes(codes, output);
  python.writeVersion(version, output);
}

function writeRust() {
  const folder = join(output, "sdk-rust/src/generated");
  rmSync(folder, { recursive: true, force: true });
  const files = rust.files(document, operations(document), { digits, codes, version });
  for (const [name, text] of Object.entries(files)) write(folder, name, text);
}

function writeGo() {
  const { STOA_GOFMT: gofmt } = process.env;
  if (!gofmt) throw new Error("STOA_GOFMT must name gofmt");
  const folder = join(output, "sdk-go");
  const old = existsSync(folder) ? readdirSync(folder).filter((it) => it.endsWith(".gen.go")) : [];
  for (const name of old) rmSync(join(folder, name));
  const files = go.files(document, operations(document), { digits, codes, version });
  for (const [name, text] of Object.entries(files)) write(folder, name, execFileSync(gofmt, { input: text, encoding: "utf8" }));
}

// For the page of the API.
function writeSamples() {
  write(output, "samples.json", `${JSON.stringify(samples(original, operations(document)), null, 1)}\n`);
}

// The packages have the document's version.
function writeVersions() {
  const replace = (file, pattern) => {
    const text = readFileSync(join(root, "clients", file), "utf8");
    write(dirname(join(output, file)), basename(file), text.replace(pattern, `$1${version}$2`));
  };
  replace("packages/sdk/package.json", /^(  "version": ")[^"]*(",)$/m);
  replace("package-lock.json", /^(    "packages\/sdk": \{\n      "name": "[^"]*",\n      "version": ")[^"]*(",)$/m);
  replace("sdk-python/pyproject.toml", /^(version = ")[^"]*(")$/m);
  replace("sdk-rust/Cargo.toml", /^(version = ")[^"]*(")$/m);
  replace("sdk-rust/Cargo.lock", /^(name = "stoa-sdk"\nversion = ")[^"]*(")$/m);
}

try {
  await writeTypescript();
  writePython();
  writeRust();
  writeGo();
  writeSamples();
  writeVersions();
} finally {
  rmSync(work, { recursive: true, force: true });
}
