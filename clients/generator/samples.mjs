// A sample of each operation in every language, for the page of the API: `clients/samples.json`. What a program must give is given,
// and of a change one field. `check` writes the samples as programs, which the compilers of the languages then read.

import { camel, nameOf, pascal, resolve, snake, words } from "./document.mjs";
import { name as goName } from "./go.mjs";
import { identifier } from "./rust.mjs";

// Values by the name of a field. Everything else is made of its type.
const VALUES = {
  action: "read",
  authority: "products:read",
  city: "Berlin",
  commission_bps: 1000,
  country: "DE",
  currency: "EUR",
  default_locale: "en",
  email: "anna@example.com",
  first_name: "Anna",
  handle: "oak-tray",
  host: "shop.example",
  last_name: "Berg",
  locale: "en",
  name: "Aurora",
  on_hand: 12,
  overlap_seconds: 3600,
  owner_email: "anna@example.com",
  password: "lamp river otter seven",
  postal_code: "10115",
  quantity: 2,
  sku: "TRAY-OAK",
  slug: "oak-tray",
  street_name: "Long Street 1",
  title: "Oak tray",
  value: "Oak",
};
const FILE = "oak-tray.jpg";
const ID = "01h455vb4pex5vsknk084sn02q";

// What stands for a value of `schema`: `{ kind, value }`, or with parts.
function sample(document, key, schema, depth = 0) {
  const reference = schema.$ref ? schema : schema.allOf?.find((it) => it.$ref);
  const shape = resolve(document, reference ?? schema);
  const type = reference && pascal(nameOf(reference));
  if (shape.oneOf && shape.discriminator) return union(document, type, shape, depth);
  if (shape.type === "array") return { kind: "list", of: [sample(document, singular(key), shape.items, depth + 1)], item: shape.items };
  if (shape.properties) return { kind: "object", type, fields: fields(document, shape, depth) };
  if (shape.enum) return { kind: "word", type, value: shape.enum[0] };
  if (shape.type === "object") return { kind: "map" };
  const known = VALUES[key];
  if (shape.type === "boolean") return { kind: "boolean", value: true };
  if (shape.type === "integer") return { kind: "integer", value: typeof known === "number" ? known : key === "amount" ? 1205 : 1 };
  if (shape.format === "date-time") return { kind: "moment", value: "2027-01-31T12:00:00Z" };
  const prefix = /^\^([a-z]+)_\[/.exec(shape.pattern ?? "")?.[1];
  if (prefix) return { kind: "text", value: `${prefix}_${ID}` };
  return { kind: "text", value: typeof known === "string" ? known : /token|secret/.test(key) ? "…" : "text" };
}

const singular = (key) => key.replace(/ies$/, "y").replace(/s$/, "");

// The fields that must be there; of a change, where none must, the first.
function fields(document, shape, depth) {
  const all = Object.entries(shape.properties);
  const required = all.filter(([key]) => shape.required?.includes(key));
  const chosen = required.length > 0 || depth > 0 ? required : all.slice(0, 1);
  return chosen.map(([key, schema]) => ({
    key,
    isRequired: shape.required?.includes(key) ?? false,
    isNullable: schema.nullable === true,
    of: sample(document, key, schema, depth + 1),
  }));
}

function union(document, type, shape, depth) {
  const [word, target] = Object.entries(shape.discriminator.mapping)[0];
  const wrapper = document.components.schemas[target.split("/").pop()];
  const inner = (wrapper.allOf ?? []).find((it) => it.$ref) ?? { $ref: target };
  return { kind: "union", type, tag: shape.discriminator.propertyName, word, of: sample(document, "", inner, depth + 1) };
}

// The values of an operation, with those that a program must give. `original` still has the patterns of ids.
export function call(original, operation) {
  const own = Object.values(original.paths[operation.path]).find((it) => it.operationId === operation.id);
  const parameters = operation.parameters
    .filter((it) => it.in === "path" || it.required)
    .map((it) => {
      const known = (own.parameters ?? []).find((other) => other.name === it.name);
      return { key: it.key, name: it.name, in: it.in, isRequired: true, of: sample(original, it.key, known?.schema ?? it.schema) };
    });
  if (operation.body?.fileType) return { parameters, body: { kind: "file", value: FILE } };
  const schema = own.requestBody?.content["application/json"].schema;
  return { parameters, body: schema && sample(original, "body", schema) };
}

export function json(node) {
  if (node.kind === "list") return node.of.map(json);
  if (node.kind === "map") return {};
  if (node.kind === "object") return Object.fromEntries(node.fields.map((it) => [it.key, json(it.of)]));
  if (node.kind === "union") return { [node.tag]: node.word, ...json(node.of) };
  return node.value;
}

const CLIENTS = { Storefront: "shop", Admin: "admin", Operator: "operator" };
const HOSTS = { Storefront: "shop.example", Admin: "shop.example", Operator: "platform.example" };

// What a program signs in with: nothing, a key, or somebody's token.
const PERSONAL = /^\/admin\/v1\/(api-keys|me|roles|staff)/;

function credential({ group, path, takesToken }) {
  if (!takesToken) return undefined;
  // A key manages neither keys nor staff.
  return group === "Admin" && !PERSONAL.test(path) ? "secret_key" : "access_token";
}

// What a sample saves a file as.
const saved = ({ download }) => `download.${/^(text|application)\/(csv|pdf)$/.exec(download)?.[2] ?? "bin"}`;

const indent = (text, by) => text.split("\n").map((line) => (line ? by + line : line)).join("\n");

// Lists open one entry a line when they do not fit into one.
function listed(open, entries, close, by = "  ") {
  const flat = `${open}${entries.join(", ")}${close}`;
  if (entries.length === 0 || (flat.length <= 72 && !flat.includes("\n"))) return flat;
  return `${open.trimEnd()}\n${entries.map((it) => indent(it, by)).join(",\n")},\n${close.trimStart()}`;
}

export const LANGUAGES = { TypeScript: typescript, Python: python, Rust: rust, Go: go, curl };

export function samples(original, operations) {
  return Object.fromEntries(
    operations.map((operation) => {
      const values = call(original, operation);
      return [operation.id, Object.fromEntries(Object.entries(LANGUAGES).map(([language, write]) => [language, write(operation, values)]))];
    }),
  );
}

// --- TypeScript

function typescript(operation, { parameters, body }) {
  const { group } = operation;
  const options = [`host: "${HOSTS[group]}"`];
  const credentials = credential(operation);
  if (credentials) options.push(credentials === "secret_key" ? `secretKey: process.env["STOA_SECRET_KEY"]!` : "accessToken");
  const given = [
    ...parameters.map((it) => [it.key, it.of]),
    ...(!body ? [] : operation.body.isWhole ? [["body", body]] : body.fields.map((it) => [it.key, it.of])),
  ].map(([key, of]) => `${key}: ${tsValue(of)}`);
  const invoked = `${CLIENTS[group]}.${camel(operation.name)}(${given.length > 0 ? listed("{ ", given, " }") : ""})`;
  const used = [...(body?.kind === "file" ? ["readFile"] : []), ...(operation.download ? ["writeFile"] : [])];
  const reading = used.length > 0 ? `import { ${used.join(", ")} } from "node:fs/promises";\n` : "";
  const setUp = `${reading}import { ${group} } from "@stoa/sdk";\n\nconst ${CLIENTS[group]} = new ${group}(${listed("{ ", options, " }")});\n`;
  if (operation.item) return `${setUp}for await (const item of ${invoked}) console.log(item);\n`;
  if (operation.download) return `${setUp}const download = await ${invoked};\nawait writeFile("${saved(operation)}", download.content);\n`;
  return `${setUp}${operation.response ? `const ${result(operation)} = ` : ""}await ${invoked};\n`;
}

function tsValue(node) {
  if (node.kind === "file") return `await readFile("${node.value}")`;
  if (node.kind === "list") return `[${node.of.map(tsValue).join(", ")}]`;
  if (node.kind === "map") return "{}";
  if (node.kind === "object") return node.fields.length === 0 ? "{}" : listed("{ ", node.fields.map((it) => `${it.key}: ${tsValue(it.of)}`), " }");
  if (node.kind === "union") {
    const inner = node.of.fields.filter((it) => it.key !== node.tag);
    return listed("{ ", [`${node.tag}: "${node.word}"`, ...inner.map((it) => `${it.key}: ${tsValue(it.of)}`)], " }");
  }
  return JSON.stringify(node.value);
}

const result = (operation) => {
  const own = camel(nameOf(operation.response));
  return own === CLIENTS[operation.group] ? "found" : own;
};

// --- Python

function python(operation, { parameters, body }) {
  const { group } = operation;
  const options = [`host="${HOSTS[group]}"`];
  const credentials = credential(operation);
  if (credentials) options.push(credentials === "secret_key" ? `secret_key=os.environ["STOA_SECRET_KEY"]` : "access_token=access_token");
  const given = [
    ...parameters.map((it) => [it.key, it.of]),
    ...(!body ? [] : operation.body.isWhole ? [["body", body]] : body.fields.map((it) => [it.key, it.of])),
  ].map(([key, of]) => `${key}=${pyValue(of)}`);
  const invoked = listed(`${CLIENTS[group]}.${operation.name}(`, given, ")", "    ");
  const imports = [...(credentials === "secret_key" ? ["import os"] : []), ...(body?.kind === "file" || operation.download ? ["from pathlib import Path"] : [])];
  const setUp = `${imports.length > 0 ? `${imports.join("\n")}\n\n` : ""}from stoa import ${group}\n\n${CLIENTS[group]} = ${group}(${options.join(", ")})\n`;
  if (operation.item) return `${setUp}for item in ${invoked}:\n    print(item)\n`;
  if (operation.download) return `${setUp}download = ${invoked}\nPath("${saved(operation)}").write_bytes(download.content)\n`;
  return `${setUp}${operation.response ? `${snake(result(operation))} = ` : ""}${invoked}\n`;
}

function pyValue(node) {
  if (node.kind === "file") return `Path("${node.value}").read_bytes()`;
  if (node.kind === "list") return `[${node.of.map(pyValue).join(", ")}]`;
  if (node.kind === "map") return "{}";
  if (node.kind === "object") return listed("{", node.fields.map((it) => `"${it.key}": ${pyValue(it.of)}`), "}", "    ");
  if (node.kind === "union") {
    const inner = node.of.fields.filter((it) => it.key !== node.tag);
    return listed("{", [`"${node.tag}": "${node.word}"`, ...inner.map((it) => `"${it.key}": ${pyValue(it.of)}`)], "}", "    ");
  }
  if (node.kind === "boolean") return node.value ? "True" : "False";
  return JSON.stringify(node.value);
}

// --- Go

function go(operation, { parameters, body }) {
  const { group } = operation;
  const own = goName(operation.name);
  const options = [`Host: "${HOSTS[group]}"`];
  const credentials = credential(operation);
  if (credentials) options.push(credentials === "secret_key" ? `SecretKey: os.Getenv("STOA_SECRET_KEY")` : "AccessToken: accessToken");
  const given = [
    ...parameters.map((it) => `${goName(it.key)}: ${goValue(it.of)}`),
    ...(!body ? [] : operation.body.isWhole ? [`Body: ${goValue(body)}`] : body.fields.map(goField)),
  ];
  const params = given.length > 0 ? listed(`&stoa.${group}${own}Params{`, given, "}", "\t") : "nil";
  const client = CLIENTS[group];
  const reading = body?.kind === "file" ? `file, err := os.ReadFile("${body.value}")\nif err != nil {\n\treturn err\n}\n` : "";
  const setUp = `${reading}${client}, err := stoa.New${group}(stoa.Config{${options.join(", ")}})\nif err != nil {\n\treturn err\n}\n`;
  if (operation.item) {
    return `${setUp}for item, err := range ${client}.${own}All(ctx, ${params}) {\n\tif err != nil {\n\t\treturn err\n\t}\n\tfmt.Println(item)\n}\n`;
  }
  const invoked = `${client}.${own}(ctx, ${params})`;
  if (operation.download) {
    const writing = `err = os.WriteFile("${saved(operation)}", download.Content, 0o600)`;
    return `${setUp}download, err := ${invoked}\nif err != nil {\n\treturn err\n}\n${writing}\n`;
  }
  if (!operation.response) return `${setUp}err = ${invoked}\n`;
  return `${setUp}${result(operation)}, err := ${invoked}\n`;
}

function goField({ key, isRequired, isNullable, of }) {
  const value = goValue(of);
  if (isNullable && !isRequired) return `${goName(key)}: stoa.Value(${goTyped(of, value)})`;
  if ((isRequired && !isNullable) || ["list", "map"].includes(of.kind)) return `${goName(key)}: ${value}`;
  return `${goName(key)}: stoa.Ptr(${goTyped(of, value)})`;
}

const goTyped = (of, value) => (of.kind === "integer" ? `int64(${value})` : value);

function goValue(node) {
  switch (node.kind) {
    case "list": return `[]${goType(node.of[0])}{${node.of.map(goValue).join(", ")}}`;
    case "map": return "nil";
    case "file": return "file";
    case "object": return listed(`stoa.${node.type}{`, node.fields.map(goField), "}", "\t");
    case "union": return `stoa.${node.type}{${goName(node.word)}: &${goValue({ ...node.of, fields: node.of.fields })}}`;
    case "word": return node.type ? `stoa.${node.type}${goName(node.value)}` : JSON.stringify(node.value);
    case "moment": return "time.Date(2027, 1, 31, 12, 0, 0, 0, time.UTC)";
    default: return JSON.stringify(node.value);
  }
}

function goType(node) {
  if (node.type) return `stoa.${node.type}`;
  return { text: "string", integer: "int64", boolean: "bool", moment: "time.Time" }[node.kind] ?? "any";
}

// --- Rust

function rust(operation, { parameters, body }) {
  const { group } = operation;
  const client = CLIENTS[group];
  const credentials = credential(operation);
  const option = !credentials ? "" : credentials === "secret_key" ? `.secret_key(std::env::var("STOA_SECRET_KEY")?)` : ".access_token(access_token)";
  const given = parameters.map((it) => (it.of.kind === "word" ? rustValue(it.of) : it.of.kind === "text" ? JSON.stringify(it.of.value) : rustValue(it.of)));
  if (body?.kind === "file") given.push(`std::fs::read("${body.value}")?`);
  else if (body) given.push(operation.isBodyRequired ? `&${rustValue(body)}` : `Some(&${rustValue(body)})`);
  const invoked = listed(`${client}.${identifier(operation.name)}(`, given, ")", "    ");
  const used = [...new Set(given.join(" ").match(/\bmodels::/g) ?? [])].length > 0 ? `{${group}, Options, models}` : `{${group}, Options}`;
  const setUp = `use stoa::${used};\n\nlet ${client} = ${group}::new(Options::host("${HOSTS[group]}")${option})?;\n`;
  if (operation.item) {
    return `${setUp}let mut items = ${invoked}.items();\nwhile let Some(item) = items.try_next().await? {\n    println!("{item:?}");\n}\n`;
  }
  if (operation.download) return `${setUp}let download = ${invoked}.await?;\nstd::fs::write("${saved(operation)}", &download.content)?;\n`;
  return `${setUp}${operation.response ? `let ${identifier(result(operation))} = ` : ""}${invoked}.await?;\n`;
}

function rustField({ key, isRequired, isNullable, of }) {
  const value = rustValue(of);
  const name = identifier(key);
  if (isNullable && !isRequired) return `${name}: stoa::Nullable::Value(${value})`;
  return `${name}: ${isNullable || !isRequired ? `Some(${value})` : value}`;
}

function rustValue(node) {
  switch (node.kind) {
    case "list": return `vec![${node.of.map(rustValue).join(", ")}]`;
    case "map": return "Default::default()";
    case "object": return listed(`models::${node.type} { `, [...node.fields.map(rustField), "..Default::default()"], " }", "    ").replace(/\.\.Default::default\(\),\n/, "..Default::default()\n");
    case "union": return `${rustValue(node.of)}.into()`;
    case "word": return node.type ? `models::${node.type}::${pascal(node.value)}` : `"${node.value}".into()`;
    case "moment": return `time::macros::datetime!(2027-01-31 12:00 UTC).into()`;
    case "text": return `${JSON.stringify(node.value)}.into()`;
    default: return JSON.stringify(node.value);
  }
}

// --- curl

// Long bodies have a line for each member.
function written(value) {
  const flat = JSON.stringify(value);
  return flat.length <= 60 ? flat : JSON.stringify(value, null, 2);
}

function curl(operation, { parameters, body }) {
  const query = parameters.filter((it) => it.in === "query").map((it) => `${it.name}=${encodeURIComponent(json(it.of))}`);
  let path = operation.path;
  for (const it of parameters) if (it.in === "path") path = path.replace(`{${it.name}}`, json(it.of));
  const address = `https://${HOSTS[operation.group]}${path}${query.length > 0 ? `?${query.join("&")}` : ""}`;
  const lines = [`curl ${operation.method === "GET" ? "" : `-X ${operation.method} `}'${address}'`];
  for (const it of parameters) if (it.in === "header") lines.push(`-H '${it.name}: ${json(it.of)}'`);
  const credentials = credential(operation);
  if (credentials) lines.push(`-H "Authorization: Bearer $${credentials === "secret_key" ? "STOA_SECRET_KEY" : "ACCESS_TOKEN"}"`);
  if (operation.acceptsIdempotencyKey) lines.push(`-H "Idempotency-Key: $(uuidgen)"`);
  if (body?.kind === "file") lines.push(`-H 'Content-Type: ${operation.body.fileType}'`, `--data-binary '@${body.value}'`);
  else if (body) lines.push("-H 'Content-Type: application/json'", `-d '${written(json(body))}'`);
  if (operation.download) lines.push(`-o ${saved(operation)}`);
  return `${lines.join(" \\\n  ")}\n`;
}

// --- Programs that hold every sample, for the compilers

// Files by their place below clients/.
export function programs(all) {
  const files = ["readFile", "writeFile"].filter((it) => Object.values(all).some(({ TypeScript: text }) => text.includes(`${it}(`)));
  const each = (language, write) => Object.entries(all).map(([id, it]) => write(id, it[language]));
  return {
    "packages/sdk/test/samples-program.ts": `import { ${files.join(", ")} } from "node:fs/promises";
import { Admin, Operator, Storefront } from "@stoa/sdk";

declare const accessToken: string;
${each("TypeScript", (id, text) => `export async function ${id}() {\n${text.replace(/^import .*$/gm, "").replace(/^const (\w+) = (?=await )(?![^]*\b\1\.)/m, "return ")}}`).join("\n")}
`,
    "sdk-python/tests/samples_program.py": `import os
from pathlib import Path

from stoa import Admin, Operator, Storefront

access_token = ""

${each("Python", (id, text) => `\ndef ${id}() -> None:\n${indent(text.replace(/^(import|from) .*$/gm, "").trimStart(), "    ")}`).join("\n")}`,
    "sdk-go/examples/samples/main.go": `// The samples of the page of the API, to be compiled.
package main

import (
	"context"
	"fmt"
	"os"
	"time"

	stoa "stoa.example/sdk"
)

var _ = time.UTC

func main() {}

${each("Go", (id, text) => `func ${id}(ctx context.Context, accessToken string) error {\n${indent(text.replace(/^(\w+), err := (?=\w+\.\w+\(ctx)(?![^]*\b\1\.)/m, "_, err = "), "\t")}\treturn err\n}\n`).join("\n")}`,
    "sdk-rust/examples/samples.rs": `//! The samples of the page of the API, to be compiled.
#![allow(dead_code, unused_variables)]

use stoa::{Admin, Operator, Options, Storefront, models};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() {}

${each("Rust", (id, text) => `async fn ${id}(access_token: &str) -> Outcome {\n${indent(text.replace(/^use .*$/m, "").trimStart(), "    ")}    Ok(())\n}\n`).join("\n")}`,
  };
}
