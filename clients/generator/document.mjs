// Reads the API document and prepares it for the generators.

import { readFileSync } from "node:fs";

const METHODS = ["get", "put", "post", "patch", "delete"];

// The first segment of a path decides which client has the operation. Other paths (probes, webhooks of
// payment providers, pictures) are not called by integrators, and neither is what answers with a file or a redirect.
const GROUPS = { storefront: "Storefront", admin: "Admin", operator: "Operator" };

// Set by the client itself, from its options, and so not parameters of an operation.
const CLIENT_HEADERS = ["idempotency-key", "stoa-publishable-key"];

export function readDocument(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

export function resolve(document, schema) {
  if (!schema?.$ref) return schema;
  return document.components.schemas[schema.$ref.split("/").pop()];
}

export function nameOf(schema) {
  return schema?.$ref?.split("/").pop();
}

export function words(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase().split(/[^a-z0-9]+/);
}

export function pascal(name) {
  return words(name).map((word) => word[0].toUpperCase() + word.slice(1)).join("");
}

export function camel(name) {
  const joined = pascal(name);
  return joined[0].toLowerCase() + joined.slice(1);
}

export function snake(name) {
  return words(name).join("_");
}

// Whether an operation succeeds with JSON, or with nothing.
function answersJson(operation) {
  const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
  const types = successes.flatMap(([, response]) => Object.keys(response.content ?? {}));
  return successes.length > 0 && types.every((type) => /^application\/json/.test(type));
}

// A copy of the document with what a client needs, and looser: a client that refuses what a newer server
// says must be updated with each new value, and the server checks every request anyway.
export function clientDocument(original) {
  const document = structuredClone(original);
  for (const [path, item] of Object.entries(document.paths)) {
    if (!groupOf(path)) {
      delete document.paths[path];
      continue;
    }
    for (const method of METHODS) {
      if (item[method] && !answersJson(item[method])) delete item[method];
      if (item[method]) loosenOperation(document, item[method]);
    }
    if (!METHODS.some((method) => item[method])) delete document.paths[path];
  }
  delete document.components.responses; // only of failures
  loosenSchemas(document.paths);
  loosenSchemas(document.components.schemas);
  dropUnusedSchemas(document);
  return document;
}

export function isOfClients(path) {
  return groupOf(path) !== undefined;
}

export function resolveResponse(document, response) {
  return response.$ref ? document.components.responses[response.$ref.split("/").pop()] : response;
}

function groupOf(path) {
  return GROUPS[path.split("/")[1]];
}

function loosenOperation(document, operation) {
  const parameters = (operation.parameters ?? []).filter(
    (it) => !(it.in === "header" && CLIENT_HEADERS.includes(it.name.toLowerCase())),
  );
  const accepts = (operation.parameters ?? []).some((it) => it.name.toLowerCase() === "idempotency-key");
  if (accepts) operation["x-idempotency-key"] = true;

  // The token of a cart or an order belongs to one call and not to the client.
  const schemes = new Set((operation.security ?? []).flatMap((requirement) => Object.keys(requirement)));
  for (const scheme of schemes) {
    const { type, in: where, name, description } = document.components.securitySchemes[scheme];
    if (type !== "apiKey" || where !== "header") continue;
    parameters.push({ in: "header", name, required: true, description, schema: { type: "string" } });
  }
  operation.parameters = parameters;

  // Every failure is one shape, which the clients turn into their own errors.
  for (const status of Object.keys(operation.responses)) {
    if (!status.startsWith("2")) delete operation.responses[status];
  }
}

function loosenSchemas(node) {
  if (Array.isArray(node)) {
    node.forEach(loosenSchemas);
    return;
  }
  if (node === null || typeof node !== "object") return;
  for (const rule of ["pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems"]) {
    if (typeof node[rule] !== "object") delete node[rule];
  }
  if (node.additionalProperties === false) delete node.additionalProperties;
  if (Array.isArray(node.allOf)) {
    // A reference with a description of its own; what else is beside it only confuses the generators.
    node.allOf = node.allOf.filter((it) => it.$ref || it.properties);
    delete node.default;
  }
  Object.values(node).forEach(loosenSchemas);
}

function dropUnusedSchemas(document) {
  const all = document.components.schemas;
  const used = new Set();
  const visit = (node) => {
    if (node === null || typeof node !== "object") return;
    const name = nameOf(node);
    if (name && !used.has(name)) {
      used.add(name);
      visit(all[name]);
    }
    Object.values(node).forEach(visit);
  };
  visit(document.paths);
  visit({ $ref: "#/components/schemas/Problem" });
  for (const name of Object.keys(all)) if (!used.has(name)) delete all[name];
}

// The operations of a prepared document, as every language needs them.
export function operations(document) {
  const found = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      if (item[method]) found.push(describe(document, path, method, item[method]));
    }
  }
  return found;
}

function describe(document, path, method, operation) {
  const group = groupOf(path);
  const prefix = `${group.toLowerCase()}_`;
  const id = operation.operationId;
  if (!id.startsWith(prefix)) throw new Error(`${id} is under ${path} and does not begin with ${prefix}`);
  const content = operation.requestBody?.content ?? {};
  const bodySchema = content["application/json"]?.schema;
  const fileType = Object.keys(content).find((it) => content[it].schema?.format === "binary");
  if (operation.requestBody && !bodySchema && !fileType) throw new Error(`${id}: a body must be JSON or a file`);
  const isBodyRequired = operation.requestBody?.required === true;
  // A body that may be either is JSON.
  const file = fileType && fileOf(id, content[fileType].schema, fileType, isBodyRequired);
  const body = bodySchema ? bodyOf(document, bodySchema, isBodyRequired) : file;
  const parameters = operation.parameters.map((it) => ({ ...it, key: snake(it.name) }));
  refuseTwice(id, [...parameters.map((it) => it.key), ...bodyParameters(body).map((it) => it.key)]);
  return {
    id,
    group,
    name: id.slice(prefix.length),
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? "",
    description: operation.description ?? "",
    parameters,
    body,
    bodySchema,
    isBodyRequired,
    ...answer(document, operation, parameters, id),
    acceptsIdempotencyKey: operation["x-idempotency-key"] === true,
    takesToken: (operation.security ?? []).some((requirement) =>
      Object.keys(requirement).some((it) => document.components.securitySchemes[it].type === "http"),
    ),
  };
}

// The properties of an object are parameters of the operation. Anything else, such as one of several shapes, is one
// parameter named `body`.
function bodyOf(document, schema, isRequired) {
  const shape = resolve(document, schema);
  if (shape?.type !== "object" || !shape.properties || shape.oneOf) {
    return { isWhole: true, fields: [{ key: "body", schema, required: isRequired }] };
  }
  const required = new Set(shape.required ?? []);
  const fields = Object.entries(shape.properties).map(([key, it]) => ({ key, schema: it, required: required.has(key) }));
  return { isWhole: false, fields };
}

// Bytes that are sent as they are, as the parameter `body`.
function fileOf(id, schema, fileType, isRequired) {
  if (!isRequired) throw new Error(`${id}: a file must be required`);
  return { isWhole: true, fileType, fields: [{ key: "body", schema, required: true }] };
}

export function bodyParameters(body) {
  return body?.fields ?? [];
}

function refuseTwice(id, keys) {
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice) throw new Error(`${id}: ${twice} is the name of two parameters`);
}

function answer(document, operation, parameters, id) {
  const schemas = Object.values(operation.responses).flatMap((it) =>
    Object.entries(it.content ?? {}).map(([type, media]) => {
      if (!/^application\/json/.test(type)) throw new Error(`${id}: ${type} responses are not supported`);
      return media.schema;
    }),
  );
  const names = new Set(schemas.map((it) => nameOf(it)));
  if (names.size > 1) throw new Error(`${id}: successful responses have different shapes`);
  const shape = resolve(document, schemas[0]);
  if (schemas[0] && (!nameOf(schemas[0]) || shape.oneOf)) throw new Error(`${id}: a response must be a named object`);
  const hasCursor = parameters.some((it) => it.in === "query" && it.name === "cursor");
  const item = shape?.properties?.data?.items;
  const isPage = hasCursor && shape?.properties?.has_more && item;
  return { response: schemas[0], item: isPage ? item : undefined };
}
