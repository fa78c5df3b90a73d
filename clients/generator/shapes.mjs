// The schemas of a prepared document in the words of languages with static types: objects, words (closed sets of
// text), unions and names of other types.

import { nameOf, pascal, resolve } from "./document.mjs";

// All named schemas. What only wraps a variant of a union is part of that union.
export function shapes(document) {
  const all = Object.entries(document.components.schemas);
  const wrappers = new Set(all.flatMap(([, it]) => variants(document, it)).map((it) => it.wrapper));
  return all.filter(([name]) => !wrappers.has(name)).map(([name, schema]) => shapeOf(document, name, schema));
}

function shapeOf(document, name, schema) {
  const shape = { name: pascal(name), description: schema.description ?? "" };
  const known = variants(document, schema);
  if (known.length > 0) return { ...shape, kind: "union", tag: schema.discriminator.propertyName, variants: known };
  if (schema.oneOf || schema.anyOf) return { ...shape, kind: "alias", type: { kind: "any" } };
  if (schema.type === "string" && schema.enum) return { ...shape, kind: "words", values: schema.enum };
  if (schema.type === "object" || schema.properties || schema.allOf) {
    return { ...shape, kind: "object", fields: fieldsOf(document, schema) };
  }
  return { ...shape, kind: "alias", type: typeOf(document, schema) };
}

// The variants of a union that a property tells apart: `{ word, name, wrapper, keepsTag }`.
function variants(document, schema) {
  const { propertyName, mapping } = schema.discriminator ?? {};
  if (!schema.oneOf || !propertyName) return [];
  const words = mapping ?? Object.fromEntries(schema.oneOf.map((it) => [nameOf(it), it.$ref]));
  return Object.entries(words).map(([word, target]) => {
    const own = target.split("/").pop();
    // The usual form: an object with only the tag, and the shape that it belongs to.
    const parts = document.components.schemas[own].allOf ?? [];
    const [inner] = parts.filter((it) => it.$ref);
    const isWrapper = parts.length === 2 && inner && parts.some((it) => onlyHas(it, propertyName));
    const name = isWrapper ? nameOf(inner) : own;
    const keepsTag = fieldsOf(document, { $ref: `#/components/schemas/${name}` }).some((it) => it.key === propertyName);
    return { word, name: pascal(name), wrapper: isWrapper ? own : undefined, keepsTag };
  });
}

function onlyHas(schema, property) {
  const names = Object.keys(schema.properties ?? {});
  return names.length === 1 && names[0] === property;
}

// The fields of an object, with those of all schemas that it is made of.
export function fieldsOf(document, schema) {
  const shape = resolve(document, schema);
  const required = new Set(shape.required ?? []);
  const own = Object.entries(shape.properties ?? {}).map(([key, it]) => ({
    key,
    description: it.description ?? "",
    type: typeOf(document, it),
    isRequired: required.has(key),
    isNullable: it.nullable === true,
  }));
  const inherited = (shape.allOf ?? []).flatMap((it) => fieldsOf(document, it));
  return [...inherited.filter((it) => !own.some((mine) => mine.key === it.key)), ...own];
}

export function typeOf(document, schema) {
  const reference = schema.$ref ? schema : schema.allOf?.find((it) => it.$ref);
  if (reference) return { kind: "named", name: pascal(nameOf(reference)), of: nameOf(reference) };
  if (schema.oneOf || schema.anyOf) return { kind: "any" };
  if (schema.type === "array") return { kind: "list", of: typeOf(document, schema.items) };
  if (schema.type === "object") {
    const values = schema.additionalProperties;
    return { kind: "map", of: values && typeof values === "object" ? typeOf(document, values) : { kind: "any" } };
  }
  if (schema.type === "string") return { kind: schema.format === "date-time" ? "moment" : "text" };
  return { kind: { integer: "integer", number: "number", boolean: "boolean" }[schema.type] ?? "any" };
}

// Whether values of `owner` have values of `type` directly in them, and so would be infinitely large.
export function isInside(all, owner, type, seen = new Set()) {
  if (type.kind !== "named" || seen.has(type.name)) return false;
  if (type.name === owner) return true;
  seen.add(type.name);
  const shape = all.find((it) => it.name === type.name);
  const inner = shape?.kind === "union" ? shape.variants.map((it) => ({ kind: "named", name: it.name })) : undefined;
  return (inner ?? shape?.fields?.map((it) => it.type) ?? []).some((it) => isInside(all, owner, it, seen));
}
