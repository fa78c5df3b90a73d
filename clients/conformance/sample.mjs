// Makes the smallest valid body of an operation's response from the API document, so that scenarios only say what they
// are about and go on working when a field is added.

export function sampleOf(document, operationId, own) {
  const schema = responseSchema(document, operationId);
  return merge(document, schema, own);
}

function responseSchema(document, operationId) {
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item)) {
      if (operation.operationId !== operationId) continue;
      const [status] = Object.keys(operation.responses).filter((it) => it.startsWith("2"));
      return operation.responses[status].content["application/json"].schema;
    }
  }
  throw new Error(`the document has no operation ${operationId}`);
}

function resolve(document, schema) {
  if (schema.$ref) return document.components.schemas[schema.$ref.split("/").pop()];
  if (schema.allOf) return resolve(document, schema.allOf.find((it) => it.$ref));
  return schema;
}

// The sample of `schema`, with what the scenario says in its place.
function merge(document, schema, own) {
  const shape = resolve(document, schema);
  if (shape.type === "array") return (own ?? []).map((it) => merge(document, shape.items, it));
  if (shape.type !== "object") return own === undefined ? plain(shape) : own;
  if (own === null) return null;
  const merged = { ...own };
  for (const [name, property] of Object.entries(shape.properties ?? {})) {
    const isThere = own !== undefined && name in own;
    if (isThere || shape.required?.includes(name)) merged[name] = merge(document, property, own?.[name]);
  }
  return merged;
}

function plain({ type, format, enum: values }) {
  if (values) return values[0];
  if (type === "boolean") return false;
  if (type === "integer" || type === "number") return 1;
  if (format === "date-time") return "2026-01-02T03:04:05Z";
  if (format === "iso-4217") return "EUR";
  return "text";
}
