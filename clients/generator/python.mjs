// Writes the Python client's models, with openapi-generator and the templates in python/, and its operations.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { bodyParameters, nameOf, pascal, resolve } from "./document.mjs";

const HEADER = "# Generated from the API document by `make gen`. Do not edit.\n";
const PACKAGE = "sdk-python/src/stoa/generated";

export function writeModels({ document, work, templates, java, jar, output, run }) {
  const input = join(work, "python.json");
  const into = join(work, "python");
  writeFileSync(input, JSON.stringify(document));
  const properties = "packageName=stoa,hideGenerationTimestamp=true,disallowAdditionalPropertiesIfNotPresent=false";
  run(
    java,
    [
      ...["-Dlog.level=error", "-jar", jar, "generate", "-g", "python", "-i", input, "-o", into, "-t", templates],
      ...["--model-package", "generated.models", "--additional-properties", properties],
      ...["--global-property", "models,modelDocs=false,modelTests=false"],
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const from = join(into, "stoa/generated/models");
  const folder = join(output, PACKAGE, "models");
  rmSync(dirname(folder), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names = [];
  for (const file of readdirSync(from).sort()) {
    const text = tidy(readFileSync(join(from, file), "utf8"));
    names.push([file.replace(/\.py$/, ""), /^(?:class )?(\w+)(?:\(| = )/m.exec(text)[1]]);
    writeFileSync(join(folder, file), text);
  }
  writeFileSync(
    join(folder, "__init__.py"),
    `${HEADER}
${names.map(([module, name]) => `from stoa.generated.models.${module} import ${name}`).join("\n")}

__all__ = [
${names.map(([, name]) => `    "${name}",`).join("\n")}
]
`,
  );
}

// The generator does not know the folder below the package, and imports more than a model uses.
function tidy(text) {
  return `${withoutUnusedImports(text.replaceAll("from stoa.models.", "from stoa.generated.models.")).trimEnd()}\n`;
}

function withoutUnusedImports(text) {
  const [imports, code] = [text.split("\n").filter(isImport), text.split("\n").filter((it) => !isImport(it)).join("\n")];
  const kept = imports.map((line) => {
    const [start, names] = line.split(" import ");
    const used = names.split(", ").filter((it) => new RegExp(`\\b${it}\\b`).test(code));
    return used.length > 0 ? [line, `${start} import ${used.join(", ")}`] : [line, undefined];
  });
  const replaced = new Map(kept);
  return text
    .split("\n")
    .map((line) => (replaced.has(line) ? replaced.get(line) : line))
    .filter((line) => line !== undefined)
    .join("\n");
}

function isImport(line) {
  return /^from (?!__future__)\S+ import /.test(line);
}

export function writeOperations({ document, operations, output }) {
  const folder = join(output, PACKAGE);
  const groups = [...new Set(operations.map((it) => it.group))];
  for (const group of groups) {
    const own = operations.filter((it) => it.group === group);
    writeFileSync(join(folder, `${group.toLowerCase()}.py`), classFile(document, group, own));
  }
  const all = groups.map((it) => `from stoa.generated.${it.toLowerCase()} import ${it}`).sort();
  const names = groups.map((it) => `"${it}"`).sort();
  writeFileSync(join(folder, "__init__.py"), `${HEADER}\n${all.join("\n")}\n\n__all__ = [${names.join(", ")}]\n`);
}

function classFile(document, group, operations) {
  return withoutUnusedImports(`${HEADER}
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from stoa import models
from stoa.client import Client
from stoa.download import Download
from stoa.options import RequestOptions
from stoa.pages import Page
from stoa.request import NOT_GIVEN, NotGiven, Operation


class ${group}(Client):
    """The operations of the document under \`/${group.toLowerCase()}\`."""

${operations.map((it) => method(document, it)).join("\n\n")}
`);
}

function method(document, operation) {
  const { parameters, body, item, response, download } = operation;
  const fields = [
    ...parameters.map((it) => ({ key: it.key, name: argument(it.key), type: typeOf(document, it.schema), required: it.required })),
    ...bodyParameters(body).map((it) => ({ key: it.key, name: argument(it.key), type: typeOf(document, it.schema), required: it.required })),
  ];
  const model = download ? "Download" : response ? `models.${pascal(nameOf(response))}` : "None";
  const result = item ? `Page[${typeOf(document, item, true)}]` : model;
  const sorted = [...fields.filter((it) => it.required), ...fields.filter((it) => !it.required)];
  const signature = sorted.map((it) =>
    it.required ? `${it.name}: ${it.type},` : `${it.name}: ${it.type} | NotGiven = NOT_GIVEN,`,
  );
  const given = fields.map((it) => `"${it.key}": ${it.name},`);
  const lines = [
    `def ${operation.name}(`,
    "    self,",
    "    *,",
    ...signature.map((it) => `    ${it}`),
    "    request_options: RequestOptions | None = None,",
    `) -> ${result}:`,
    ...docstring(operation).map((it) => `    ${it}`.trimEnd()),
    `    return self.${item ? "_list" : "_call"}(`,
    ...plan(operation).map((it) => `        ${it}`),
    ...(given.length > 0 ? ["        {", ...given.map((it) => `            ${it}`), "        },"] : ["        {},"]),
    `        ${model},`,
    "        request_options,",
    "    )",
  ];
  return lines.map((it) => (it ? `    ${it}` : it)).join("\n");
}

// A parameter must not have the name of a keyword, or of what every operation takes.
function argument(key) {
  const taken = ["self", "request_options", "and", "as", "class", "def", "from", "global", "import", "in", "is", "lambda"];
  return [...taken, "not", "or", "pass", "return", "with", "yield"].includes(key) ? `${key}_` : key;
}

function plan({ method, path, parameters, body, download, takesToken, acceptsIdempotencyKey }) {
  const query = parameters.filter((it) => it.in === "query").map((it) => `"${it.name}"`);
  const headers = parameters.filter((it) => it.in === "header").map((it) => `"${it.key}": "${it.name}"`);
  return [
    "Operation(",
    `    "${method}",`,
    `    "${path}",`,
    ...(query.length > 0 ? [`    query=(${query.join(", ")},),`] : []),
    ...(headers.length > 0 ? [`    headers={${headers.join(", ")}},`] : []),
    ...(body ? [`    body="${body.fileType ? "file" : body.isWhole ? "whole" : "fields"}",`] : []),
    ...(body?.fileType ? [`    file_type="${body.fileType}",`] : []),
    ...(download ? [`    download="${download}",`] : []),
    ...(takesToken ? ["    takes_token=True,"] : []),
    ...(acceptsIdempotencyKey ? ["    accepts_idempotency_key=True,"] : []),
    "),",
  ];
}

function docstring({ summary, description }) {
  const text = `${summary}.${description ? `\n\n${description}` : ""}`.replaceAll("\\", "\\\\").replaceAll('"""', "'''");
  const lines = text.split("\n");
  return lines.length === 1 ? [`"""${lines[0]}"""`] : [`"""${lines[0]}`, ...lines.slice(1), '"""'];
}

// What callers may give. A plain mapping does for a model, and text for a value of a closed set.
function typeOf(document, schema, isResult = false) {
  const reference = schema.$ref ? schema : schema.allOf?.find((it) => it.$ref);
  const optional = schema.nullable ? " | None" : "";
  if (schema.oneOf) return [...new Set(schema.oneOf.flatMap((it) => typeOf(document, it).split(" | ")))].join(" | ");
  if (reference) {
    const name = `models.${pascal(nameOf(reference))}`;
    if (isResult) return name;
    return `${name} | ${resolve(document, reference).enum ? "str" : "Mapping[str, Any]"}${optional}`;
  }
  if (schema.type === "array") return `Sequence[${typeOf(document, schema.items)}]${optional}`;
  if (schema.type === "object") return `Mapping[str, Any]${optional}`;
  if (schema.format === "binary") return `bytes${optional}`;
  if (schema.format === "date-time") return `datetime | str${optional}`;
  const plain = { string: "str", integer: "int", number: "float", boolean: "bool" }[schema.type];
  if (!plain) throw new Error(`no Python type for ${JSON.stringify(schema)}`);
  return plain + optional;
}

export function writeCurrencies(digits, output) {
  const rows = Object.entries(digits).map(([code, count]) => `    "${code}": ${count},`);
  writeFileSync(
    join(output, PACKAGE, "currencies.py"),
    `${HEADER}
UNUSUAL_DIGITS: dict[str, int] = {
    # Digits of the minor unit, of every currency in which they are not two.
${rows.join("\n")}
}
`,
  );
}

export function writeCodes(codes, output) {
  const rows = codes.map(({ code, statuses }) => `    ${code.toUpperCase()} = "${code}"\n    """${statuses.join(", ")}"""`);
  writeFileSync(
    join(output, PACKAGE, "codes.py"),
    `${HEADER}
from enum import Enum


class ProblemCode(str, Enum):
    """Reasons of refusals, each equal to its text. A newer server may have others."""

${rows.join("\n")}
`,
  );
}

export function writeVersion(version, output) {
  writeFileSync(join(output, PACKAGE, "version.py"), `${HEADER}\nVERSION = "${version}"\n`);
}
