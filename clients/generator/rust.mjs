// Writes the Rust client's types and operations.

import { pascal, snake } from "./document.mjs";
import { isInside, shapes, typeOf } from "./shapes.mjs";

const HEADER = "// Generated from the API document by `make gen`. Do not edit.\n";
const KEYWORDS = (
  "abstract as async await become box break const continue do dyn else enum extern false final fn for gen if impl in let loop " +
  "macro match mod move mut override priv pub ref return static struct trait true try type typeof unsafe unsized use virtual " +
  "where while yield"
).split(" ");
const HIDDEN = ["currencies", "version"];
const NOT_RAW = ["self", "super", "crate"];

export function files(document, operations, { digits, codes, version }) {
  const groups = [...new Set(operations.map((it) => it.group))];
  return {
    "mod.rs": moduleFile(groups),
    "models.rs": modelsFile(document),
    "currencies.rs": currenciesFile(digits),
    "codes.rs": codesFile(codes),
    "version.rs": `${HEADER}
/// The version of the crate and of the API document that it was made from.
pub const VERSION: &str = "${version}";
`,
    ...Object.fromEntries(
      groups.map((group) => [
        `${group.toLowerCase()}.rs`,
        groupFile(document, group, operations.filter((it) => it.group === group)),
      ]),
    ),
  };
}

function moduleFile(groups) {
  const names = groups.map((it) => it.toLowerCase());
  const modules = ["codes", "currencies", "models", ...names, "version"].sort();
  return `${HEADER}
${modules.map((it) => `${HIDDEN.includes(it) ? "pub(crate)" : "pub"} mod ${it};`).join("\n")}

${groups.map((it) => `pub use ${it.toLowerCase()}::${it};`).join("\n")}
`;
}

function codesFile(codes) {
  const rows = codes.map(({ code, statuses }) => `/// ${statuses.join(", ")}\npub const ${code.toUpperCase()}: &str = "${code}";`);
  return `${HEADER}
//! Reasons of refusals, for [\`Error::has_code\`](crate::Error::has_code) and [\`ApiError::code\`](crate::ApiError::code). A
//! newer server may have others.

${rows.join("\n")}
`;
}

function modelsFile(document) {
  const all = shapes(document);
  const text = all.map((it) => model(all, it)).join("\n");
  const used = Object.entries(UNION_FUNCTIONS).filter(([name]) => text.includes(` ${name}(`));
  return `${HEADER}
//! The types of requests and responses, as the API document names them.

use serde::{Deserialize, Serialize};

use crate::Extra;
${text.includes("open_enum! {") ? "use crate::open_enum::open_enum;\n" : ""}
${text}${used.map(([, it]) => it).join("")}`;
}

function model(all, shape) {
  if (shape.kind === "words") return words(shape);
  if (shape.kind === "union") return union(shape);
  if (shape.kind === "alias") return `${doc(shape.description || shape.name)}pub type ${shape.name} = ${rust(shape.type)};\n`;
  return struct(all, shape);
}

function words({ name, description, values }) {
  const rows = variantNames(values).map(([variant, value]) => `    ${variant} = ${JSON.stringify(value)},`);
  return `open_enum! {
${doc(description || name, "    ")}    ${name}, ${unknown(values)},
${rows.join("\n")}
}
`;
}

// Shapes that a property tells apart. One that is not listed is kept as JSON.
function union({ name, description, tag, variants }) {
  const names = variantNames(variants.map((it) => it.word)).map(([variant]) => variant);
  const rest = unknown(variants.map((it) => it.word));
  const rows = (row) => variants.map((it, at) => row(it, names[at])).join("\n");
  return `${doc(description || name)}#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ${name} {
${rows((it, variant) => `    /// \`${tag}\` is \`${it.word}\`.\n    ${variant}(${it.name}),`)}
    /// A shape that only a newer server knows.
    ${rest}(serde_json::Value),
}

/// Null, which no server accepts: set it.
impl Default for ${name} {
    fn default() -> Self {
        Self::${rest}(serde_json::Value::Null)
    }
}
${variants.map((it, at) => from(name, it, names[at], variants)).join("")}
impl Serialize for ${name} {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let tagged = match self {
${rows((it, variant) => `            Self::${variant}(inner) => tagged(inner, "${tag}", "${it.word}"),`)}
            Self::${rest}(value) => Ok(value.clone()),
        };
        tagged.map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ${name} {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        let word = value.get("${tag}").and_then(serde_json::Value::as_str).unwrap_or_default();
        let read = match word {
${rows((it, variant) => `            "${it.word}" => ${it.keepsTag ? "serde_json::from_value(value)" : `untagged(value, "${tag}")`}.map(Self::${variant}),`)}
            _ => Ok(Self::${rest}(value)),
        };
        read.map_err(serde::de::Error::custom)
    }
}
`;
}

// Two variants may be of one type, which then says too little.
function from(name, variant, variantName, variants) {
  if (variants.filter((it) => it.name === variant.name).length > 1) return "";
  return `
impl From<${variant.name}> for ${name} {
    fn from(inner: ${variant.name}) -> Self {
        Self::${variantName}(inner)
    }
}
`;
}

const UNION_FUNCTIONS = {
  tagged: `
fn tagged<T: Serialize>(inner: &T, tag: &str, word: &str) -> serde_json::Result<serde_json::Value> {
    let mut value = serde_json::to_value(inner)?;
    if let Some(fields) = value.as_object_mut() {
        fields.insert(tag.to_owned(), word.into());
    }
    Ok(value)
}
`,
  untagged: `
fn untagged<T: serde::de::DeserializeOwned>(mut value: serde_json::Value, tag: &str) -> serde_json::Result<T> {
    if let Some(fields) = value.as_object_mut() {
        fields.remove(tag);
    }
    serde_json::from_value(value)
}
`,
};

function variantNames(values) {
  const taken = new Set();
  return values.map((value) => {
    let name = pascal(value).replace(/^(?=\d|$)/, "V");
    if (name === "Self") name = "Self_";
    while (taken.has(name)) name += "_";
    taken.add(name);
    return [name, value];
  });
}

function unknown(values) {
  const taken = variantNames(values).map(([name]) => name);
  return ["Unknown", "Unrecognized", "NotListed"].find((it) => !taken.includes(it));
}

function struct(all, { name, description, fields }) {
  const rest = fields.some((it) => it.key === "extra") ? "extra_fields" : "extra";
  return `${doc(description || name)}#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ${name} {
${fields.map((it) => field(all, name, it)).join("")}    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub ${rest}: Extra,
}
${pageOf(name, fields)}`;
}

function field(all, owner, { key, description, type, isRequired, isNullable }) {
  const name = identifier(key);
  const inner = isInside(all, owner, type) ? `Box<${rust(type)}>` : rust(type);
  const serde = name.replace("r#", "") === key ? [] : [`rename = "${key}"`];
  let written = inner;
  if (isNullable && !isRequired) {
    written = `crate::Nullable<${inner}>`;
    serde.push("default", 'skip_serializing_if = "crate::Nullable::is_absent"');
  } else if (isNullable || !isRequired) {
    written = `Option<${inner}>`;
    if (!isRequired) serde.push("default", 'skip_serializing_if = "Option::is_none"');
  }
  const attribute = serde.length > 0 ? `    #[serde(${serde.join(", ")})]\n` : "";
  return `${doc(description || `\`${key}\``, "    ")}${attribute}    pub ${name}: ${written},\n`;
}

// A list's page, if it is one.
function pageOf(name, fields) {
  const find = (key) => fields.find((it) => it.key === key);
  const [data, more, cursor] = [find("data"), find("has_more"), find("next_cursor")];
  if (data?.type.kind !== "list" || !more?.isRequired || !cursor) return "";
  const text = cursor.isNullable && !cursor.isRequired ? "self.next_cursor.as_option().cloned()" : "self.next_cursor.clone()";
  return `
impl crate::Page for ${name} {
    type Item = ${rust(data.type.of)};

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        ${text}.filter(|it| self.has_more && !it.is_empty())
    }
}
`;
}

function rust(type, path = "") {
  switch (type.kind) {
    case "named": return path + type.name;
    case "list": return `Vec<${rust(type.of, path)}>`;
    case "map": return type.of.kind === "any" ? "crate::Extra" : `std::collections::BTreeMap<String, ${rust(type.of, path)}>`;
    case "any": return "serde_json::Value";
    case "moment": return "crate::Timestamp";
    default: return { text: "String", integer: "i64", number: "f64", boolean: "bool" }[type.kind];
  }
}

export function identifier(key) {
  const name = snake(key).replace(/^(?=\d)/, "_");
  if (NOT_RAW.includes(name)) return `${name}_`;
  return KEYWORDS.includes(name) ? `r#${name}` : name;
}

function doc(text, indent = "") {
  return text.trim().split("\n").map((line) => `${indent}/// ${line}`.trimEnd() + "\n").join("");
}

function groupFile(document, group, operations) {
  const methods = operations.map((it) => method(document, it));
  const optional = operations.map((it) => optionalParameters(document, it)).filter(Boolean);
  return `${HEADER}
//! The operations of the document under \`/${group.toLowerCase()}\`.

use crate::call::Call;
use crate::client::Client;
use crate::error::Result;
use crate::models;
use crate::options::Options;
use crate::request::Operation;

/// The operations of the document under \`/${group.toLowerCase()}\`. Cloning it is cheap.
#[derive(Debug, Clone)]
pub struct ${group} {
    client: Client,
}

impl ${group} {
    /// A client with these options.
    pub fn new(options: Options) -> Result<Self> {
        Ok(Self { client: Client::new(options)? })
    }

${methods.join("\n")}}
${optional.join("")}`;
}

const isOptional = (parameter) => parameter.in !== "path" && !parameter.required;

function method(document, operation) {
  const { name, method: verb, path, parameters, body: whole, bodySchema, isBodyRequired, download, takesToken, acceptsIdempotencyKey } = operation;
  const required = parameters.filter((it) => !isOptional(it));
  const body = bodySchema && rust(typeOf(document, bodySchema), "models::");
  const given = [
    "&self",
    ...required.map((it) => `${identifier(it.key)}: ${argument(document, it.schema, false)}`),
    ...(whole?.fileType ? ["body: impl Into<Vec<u8>>"] : []),
    ...(body ? [isBodyRequired ? `body: &${body}` : `body: Option<&${body}>`] : []),
  ];
  const result = resultOf(document, operation);
  const params = parameters.some(isOptional) ? `, ${pascal(operation.name)}` : "";
  const steps = required.map((it) => `            .${setter(document, it)}`);
  if (whole?.fileType) steps.push(`            .file(body, "${whole.fileType}")`);
  if (body && isBodyRequired) steps.push("            .body(body)");
  if (download) steps.push(`            .download("${download}")`);
  const call = `Call::new(&self.client, Operation {
            method: "${verb}",
            path: "${path}",
            takes_token: ${takesToken},
            accepts_idempotency_key: ${acceptsIdempotencyKey},
        })${steps.map((it) => `\n${it}`).join("")}`;
  const last = body && !isBodyRequired ? `let call = ${call};\n        match body {\n            Some(it) => call.body(it),\n            None => call,\n        }` : call;
  const text = operation.description ? `${operation.summary}.\n\n${operation.description}` : `${operation.summary}.`;
  return `${doc(text, "    ")}    pub fn ${identifier(name)}(${given.join(", ")}) -> Call<${result}${params}> {
        ${last}
    }
`;
}

function resultOf(document, { response, download }) {
  if (download) return "crate::Download";
  return response ? rust(typeOf(document, response), "models::") : "()";
}

// Optional parameters are set on the call, so that a new one changes nothing for programs that do not use it.
function optionalParameters(document, operation) {
  const optional = operation.parameters.filter(isOptional);
  if (optional.length === 0) return "";
  const name = pascal(operation.name);
  const result = resultOf(document, operation);
  const setters = optional.map(
    (it) => `${doc(it.description || `\`${it.name}\``, "    ")}    pub fn ${identifier(it.key)}(self, ${identifier(it.key)}: ${argument(document, it.schema, true)}) -> Self {
        self.${setter(document, it)}
    }
`,
  );
  return `
/// The optional parameters of [\`${operation.group}::${operation.name}\`].
#[derive(Debug, Clone, Copy)]
pub struct ${name};

impl Call<${result}, ${name}> {
${setters.join("\n")}}
`;
}

function argument(document, schema, owned) {
  const type = typeOf(document, schema);
  if (type.kind === "list") return `impl IntoIterator<Item = ${argument(document, schema.items, true)}>`;
  if (type.kind === "named") return `impl Into<${rust(type, "models::")}>`;
  if (type.kind === "text") return owned ? "impl Into<String>" : "&str";
  return rust(type);
}

function setter(document, parameter) {
  const [type, name] = [typeOf(document, parameter.schema), identifier(parameter.key)];
  const own = type.kind === "text" ? (isOptional(parameter) ? `${name}.into()` : name) : name;
  const value = type.kind === "named" ? `${name}.into()` : own;
  const typed = type.kind === "named" ? `::<${rust(type, "models::")}>` : type.kind === "text" && isOptional(parameter) ? "::<String>" : "";
  // Required text is a reference already.
  const given = type.kind === "text" && !isOptional(parameter) ? value : `&${value}`;
  if (parameter.in === "path") return `path${typed}("${parameter.name}", ${given})`;
  if (parameter.in === "header") return `header_parameter${typed}("${parameter.name}", ${given})`;
  if (type.kind === "list") {
    const item = rust(type.of, "models::");
    return `query_list("${parameter.name}", ${name}.into_iter().map(Into::<${item}>::into))`;
  }
  return `query${typed}("${parameter.name}", ${value})`;
}

function currenciesFile(digits) {
  const rows = Object.entries(digits).map(([code, count]) => `    ("${code}", ${count}),`);
  return `${HEADER}
/// Digits of the minor unit, of every currency in which they are not two.
pub(crate) const UNUSUAL_DIGITS: &[(&str, usize)] = &[
${rows.join("\n")}
];
`;
}
