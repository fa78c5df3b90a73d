// Writes the TypeScript client's operations. The types of their bodies come from @hey-api/openapi-ts.

import { bodyParameters, camel, pascal } from "./document.mjs";

const HEADER = "// Generated from the API document by `make gen`. Do not edit.\n";

export function operationsFile(operations) {
  const groups = [...new Set(operations.map((it) => it.group))];
  const classes = groups.map((group) => {
    const methods = operations.filter((it) => it.group === group).map(method);
    return `export class ${group} extends Client {\n${methods.join("\n\n")}\n}\n`;
  });
  const text = classes.join("\n");
  const paramTypes = ["FileParams", "Params", "WholeBodyParams"].filter((it) => text.includes(` ${it}<`));
  return `${HEADER}
import { Client } from "../client.ts";
${text.includes("Promise<Download>") ? `import type { Download } from "../download.ts";\n` : ""}import type { RequestOptions } from "../options.ts";
import type { ${paramTypes.join(", ")} } from "../params.ts";
import type { ApiPromise, PagePromise } from "../promise.ts";
import type * as types from "./types.gen.ts";

${text}`;
}

function method(operation) {
  const { parameters, body, item } = operation;
  const type = pascal(operation.id);
  const isRequired = parameters.some((it) => it.required) || bodyParameters(body).some((it) => it.required);
  // Also where there is none yet: an optional parameter that comes later must not take the options' place.
  const shape = body?.fileType ? "FileParams" : body?.isWhole ? "WholeBodyParams" : "Params";
  const params = `params: ${shape}<types.${type}Data>${isRequired ? "" : " = {}"}`;
  const promise = item ? "PagePromise" : "ApiPromise";
  const call = item ? "list" : "call";
  const result = operation.download ? "Download" : operation.response ? `types.${type}Response` : "void";
  return `${comment(operation)}
  ${camel(operation.name)}(${params}, options?: RequestOptions): ${promise}<${result}> {
    return this.${call}(${plan(operation)}, params, options);
  }`;
}

function plan({ method, path, parameters, body, download, takesToken, acceptsIdempotencyKey }) {
  const parts = [`method: "${method}"`, `path: "${path}"`];
  const query = parameters.filter((it) => it.in === "query").map((it) => it.name);
  const headers = parameters.filter((it) => it.in === "header");
  if (query.length > 0) parts.push(`query: ${JSON.stringify(query)}`);
  if (headers.length > 0) {
    parts.push(`headers: { ${headers.map((it) => `${it.key}: "${it.name}"`).join(", ")} }`);
  }
  if (body?.fileType) parts.push(`body: { file: "${body.fileType}" }`);
  else if (body) parts.push(`body: "${body.isWhole ? "whole" : "fields"}"`);
  if (download) parts.push(`download: "${download}"`);
  if (takesToken) parts.push("takesToken: true");
  if (acceptsIdempotencyKey) parts.push("acceptsIdempotencyKey: true");
  return `{ ${parts.join(", ")} }`;
}

function comment({ summary, description }) {
  const text = description ? `${summary}.\n\n${description}` : `${summary}.`;
  const lines = text.replaceAll("*/", "*\\/").split("\n");
  return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join("\n")}\n   */`;
}

// `'a' | 'b' | string` is only `string` to an editor; this keeps the completion and accepts values that a
// newer server may send.
export function openEnums(types) {
  return types.replace(/((?:'[^'\n]*' \| )+)string\b/g, "$1(string & {})");
}

// The same for the generator's input: every closed set also takes any text. A single value that has no name of its own is
// the tag of a variant, and stays as it is.
export function withOpenEnums(document) {
  const copy = openInside(document);
  const { schemas } = copy.components;
  for (const name of Object.keys(schemas)) schemas[name] = opened(schemas[name], 1);
  return copy;
}

function openInside(node) {
  if (Array.isArray(node)) return node.map(openInside);
  if (node === null || typeof node !== "object") return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, it]) => [key, openInside(it)]));
  return opened(copy, 2);
}

function opened(schema, fewest) {
  if (schema.type !== "string" || !Array.isArray(schema.enum) || schema.enum.length < fewest) return schema;
  const { enum: values, type, ...rest } = schema;
  return { ...rest, anyOf: [{ type, enum: values }, { type }] };
}

export function currenciesFile(digits) {
  const rows = Object.entries(digits).map(([code, count]) => `  ${code}: ${count},`);
  return `${HEADER}
/** Digits of the minor unit, of every currency in which they are not two. */
export const UNUSUAL_DIGITS: Readonly<Record<string, number>> = {
${rows.join("\n")}
};
`;
}

export function codesFile(codes) {
  const rows = codes.map(({ code, statuses }) => `  /** ${statuses.join(", ")} */\n  ${camel(code)}: "${code}",`);
  return `${HEADER}
/** Reasons of refusals, for \`hasCode\` and \`ApiError.code\`. A newer server may have others. */
export const problemCodes = {
${rows.join("\n")}
} as const;

/** One of the reasons that the API document of this version names. */
export type ProblemCode = (typeof problemCodes)[keyof typeof problemCodes];
`;
}

export function versionFile(version) {
  return `${HEADER}\n/** The version of the package and of the API document that it was made from. */\nexport const VERSION = "${version}";\n`;
}
