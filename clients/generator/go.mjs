// Writes the Go client's types and operations. gofmt aligns them afterwards.

import { nameOf, pascal, words } from "./document.mjs";
import { fieldsOf, isInside, shapes, typeOf } from "./shapes.mjs";

const HEADER = "// Code generated from the API document by `make gen`. DO NOT EDIT.\n\npackage stoa\n";
const INITIALISMS = ["api", "html", "http", "https", "id", "ip", "json", "sku", "uri", "url", "uuid"];

export function files(document, operations, { digits, codes, version }) {
  const groups = [...new Set(operations.map((it) => it.group))];
  return {
    "models.gen.go": modelsFile(document),
    "currencies.gen.go": currenciesFile(digits),
    "codes.gen.go": codesFile(codes),
    "version.gen.go": `${HEADER}
// Version is the version of the package and of the API document that it was made from.
const Version = "${version}"
`,
    ...Object.fromEntries(
      groups.map((group) => [
        `${group.toLowerCase()}.gen.go`,
        groupFile(document, group, operations.filter((it) => it.group === group)),
      ]),
    ),
  };
}

function codesFile(codes) {
  const rows = codes.map(({ code, statuses }) => `	// Code${name(code)} comes with ${statuses.join(", ")}.\n	Code${name(code)} ProblemCode = "${code}"`);
  return `${HEADER}
// ProblemCode is a reason of a refusal, for HasCode and APIError.Code.
type ProblemCode = string

// The reasons that the API document of this version names. A newer server may have others.
const (
${rows.join("\n")}
)
`;
}

export function name(key) {
  return words(key)
    .map((word) => (INITIALISMS.includes(word) ? word.toUpperCase() : word && word[0].toUpperCase() + word.slice(1)))
    .join("")
    .replace(/^(?=\d|$)/, "N");
}

function modelsFile(document) {
  const all = shapes(document);
  // The fields of a body are parameters of its operation.
  const bodies = bodiesOnly(document);
  const parts = all.filter((it) => !bodies.has(it.name)).map((it) => model(all, it));
  return withImports(parts.join("\n"));
}

// Names of schemas that nothing but the body of an operation refers to.
function bodiesOnly(document) {
  const bodies = new Set();
  const others = new Set();
  const visit = (node) => {
    if (node === null || typeof node !== "object") return;
    if (node.$ref) others.add(nameOf(node));
    for (const [key, it] of Object.entries(node)) {
      const schema = key === "requestBody" && it.content?.["application/json"]?.schema;
      if (schema?.$ref && document.components.schemas[nameOf(schema)].properties) bodies.add(nameOf(schema));
      else visit(it);
    }
  };
  visit(document.paths);
  visit(document.components.schemas);
  return new Set([...bodies].filter((it) => !others.has(it)).map(pascal));
}

function model(all, shape) {
  const about = doc(shape.name, shape.description);
  if (shape.kind === "words") return words_(shape, about);
  if (shape.kind === "union") return union(shape, about);
  if (shape.kind === "alias") return `${about}type ${shape.name} = ${go(shape.type)}\n`;
  return `${about}type ${shape.name} struct {
${shape.fields.map((it) => field(all, shape.name, it)).join("")}	// Extra holds fields that only a newer server knows.
	Extra Extra \`json:"-"\`
}

// UnmarshalJSON keeps fields that are not known.
func (v *${shape.name}) UnmarshalJSON(data []byte) error {
	type plain ${shape.name}
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ${shape.name}) MarshalJSON() ([]byte, error) {
	type plain ${shape.name}
	return writeObject(plain(v), v.Extra)
}
`;
}

function words_({ name: type, values }, about) {
  const rows = values.map((it) => `	${type}${name(it)} ${type} = ${JSON.stringify(it)}`);
  return `${about}//
// A newer server may send other values.
type ${type} string

// Values of ${type}.
const (
${rows.join("\n")}
)
`;
}

// Shapes that a property tells apart. One that is not listed is kept as JSON.
function union({ name: type, tag, variants }, about) {
  const rows = (row) => variants.map((it) => row({ ...it, field: name(it.word) })).join("\n");
  return `${about}//
// At most one field is set: the one that "${tag}" names.
type ${type} struct {
${rows((it) => `	// ${it.field} is set when "${tag}" is "${it.word}".\n	${it.field} *${it.name}`)}
	// Unknown is a shape that only a newer server knows.
	Unknown json.RawMessage
}

// UnmarshalJSON reads the shape that "${tag}" names.
func (v *${type}) UnmarshalJSON(data []byte) error {
	*v = ${type}{}
	word, ${variants.every((it) => it.keepsTag) ? "_" : "rest"} := readTag(data, "${tag}")
	switch word {
${rows((it) => `	case "${it.word}":\n		return json.Unmarshal(${it.keepsTag ? "data" : "rest"}, &v.${it.field})`)}
	default:
		v.Unknown = append(v.Unknown, data...)
		return nil
	}
}

// MarshalJSON writes the shape that is set.
func (v ${type}) MarshalJSON() ([]byte, error) {
	switch {
${rows((it) => `	case v.${it.field} != nil:\n		return writeTagged(v.${it.field}, "${tag}", "${it.word}")`)}
	default:
		return json.Marshal(v.Unknown)
	}
}
`;
}

function field(all, owner, it) {
  const { key, description, type, isRequired } = it;
  const pointer = isRequired && isInside(all, owner, type) ? "*" : "";
  const known = `${pointer}${written(it)}`;
  const own = name(key) === "Extra" ? "ExtraField" : name(key);
  return `${doc("", description || `${own} is \`${key}\`.`, "	")}	${own} ${known} \`json:"${key}${omit(it)}"\`\n`;
}

// Of the type that callers see: optional values are pointers, and null is told apart where it has a meaning.
function written({ type, isRequired, isNullable }) {
  if (isNullable && !isRequired) return `Nullable[${go(type)}]`;
  if (isRequired && !isNullable) return go(type);
  return ["list", "map", "any"].includes(type.kind) ? go(type) : `*${go(type)}`;
}

function omit({ type, isRequired, isNullable }) {
  if (isRequired && isNullable) return "";
  if (isRequired) return type.kind === "list" ? ",omitzero" : "";
  return isNullable || ["list", "map", "any"].includes(type.kind) ? ",omitzero" : ",omitempty";
}

function go(type) {
  switch (type.kind) {
    case "named": return type.name;
    case "list": return `[]${go(type.of)}`;
    case "map": return `map[string]${go(type.of)}`;
    case "any": return "json.RawMessage";
    case "moment": return "time.Time";
    default: return { text: "string", integer: "int64", number: "float64", boolean: "bool" }[type.kind];
  }
}

// A comment that begins with the name it is about, as Go's tools expect.
function doc(about, text, indent = "") {
  const said = text.trim() || "is what the API document calls so.";
  const full = about ? `${about}: ${said}` : said;
  return full.split("\n").map((line) => `${indent}// ${line}`.trimEnd() + "\n").join("");
}

function groupFile(document, group, operations) {
  const parts = operations.map((it) => `${paramsType(document, it)}\n${method(document, it)}`);
  return withImports(`// ${group} has the operations of the document under /${group.toLowerCase()}. It may be used by many goroutines.
type ${group} struct{ client *client }

// New${group} makes a client.
func New${group}(config Config) (*${group}, error) {
	client, err := newClient(config)
	if err != nil {
		return nil, err
	}
	return &${group}{client}, nil
}

${parts.join("\n")}`);
}

function withImports(text) {
  const packages = ["context", "encoding/json", "iter", "time"];
  const used = packages.filter((it) => new RegExp(`\\b${it.split("/").pop()}\\.[A-Z]`).test(text.replace(/^\s*\/\/.*$/gm, "")));
  const imports = used.length > 0 ? `\nimport (\n${used.map((it) => `	"${it}"`).join("\n")}\n)\n` : "";
  return `${HEADER}${imports}\n${text}`;
}

const paramsName = (operation) => `${operation.group}${name(operation.name)}Params`;

// What an operation takes, in one struct: its fields can grow without a change to programs.
function paramsType(document, operation) {
  const outside = operation.parameters.map((it) => {
    const optional = { type: typeOf(document, it.schema), isRequired: it.in === "path" || it.required === true };
    return `${doc("", it.description || `${name(it.key)} is \`${it.name}\` of the ${it.in}.`, "	")}	${name(it.key)} ${written(optional)} \`json:"-"\`\n`;
  });
  const { body } = operation;
  const inside = !body ? [] : body.fileType ? ["	// Body is the file.\n	Body []byte `json:\"-\"`\n"] : body.isWhole ? [wholeBody(document, operation)] : fieldsOf(document, operation.bodySchema).map((it) => field([], "", it));
  return `// ${paramsName(operation)} are the parameters of [${operation.group}.${name(operation.name)}].
type ${paramsName(operation)} struct {
${outside.join("")}${inside.join("")}}
`;
}

function wholeBody(document, operation) {
  const type = { type: typeOf(document, operation.bodySchema), isRequired: operation.isBodyRequired };
  return `	// Body of the request.\n	Body ${written(type)} \`json:"-"\`\n`;
}

function method(document, operation) {
  const { group, response, download, item, summary, description } = operation;
  const own = name(operation.name);
  const result = download ? "*Download" : response ? `*${go(typeOf(document, response))}` : "";
  const signature = `ctx context.Context, params *${paramsName(operation)}, options ...RequestOption`;
  const send = download
    ? `return fetchFile(ctx, c.client, call, "${download}", options)`
    : response
    ? `return fetch[${go(typeOf(document, response))}](ctx, c.client, call, options)`
    : `_, err := c.client.send(ctx, call, options)\n	return err`;
  const used = operation.parameters.length > 0 || operation.body;
  return `${doc(own, description ? `${lower(summary)}.\n\n${description}` : `${lower(summary)}.`)}func (c *${group}) ${own}(${used ? signature : signature.replace("params", "_")}) ${result ? `(${result}, error)` : "error"} {
${used ? `	if params == nil {\n		params = &${paramsName(operation)}{}\n	}\n` : ""}	call := newCall(operation{"${operation.method}", "${operation.path}", ${operation.takesToken}, ${operation.acceptsIdempotencyKey}})
${operation.parameters.map((it) => setter(document, it)).join("")}${bodySetter(operation)}	${send}
}
${item ? list(document, operation, signature) : ""}`;
}

const lower = (text) => text && text[0].toLowerCase() + text.slice(1);

function setter(document, parameter) {
  const { kind } = typeOf(document, parameter.schema);
  const isRequired = parameter.in === "path" || parameter.required;
  const field = `params.${name(parameter.key)}`;
  const set = { path: "setPath", query: "addQuery", header: "addHeader" }[parameter.in];
  const call = (value) => `call.${set}("${parameter.name}", ${value})`;
  if (kind === "list") return `	for _, it := range ${field} {\n		${call("it")}\n	}\n`;
  if (isRequired) return `	${call(field)}\n`;
  return `	if ${field} != nil {\n		${call(`*${field}`)}\n	}\n`;
}

function bodySetter({ body, isBodyRequired }) {
  if (!body) return "";
  if (body.fileType) return `	call.setFile(params.Body, "${body.fileType}")\n`;
  if (!body.isWhole) return "	call.setBody(params)\n";
  return isBodyRequired ? "	call.setBody(params.Body)\n" : "	if params.Body != nil {\n		call.setBody(params.Body)\n	}\n";
}

function list(document, operation, signature) {
  const own = name(operation.name);
  const page = go(typeOf(document, operation.response));
  const item = go(typeOf(document, operation.item));
  const cursor = fieldsOf(document, operation.response).find((it) => it.key === "next_cursor");
  const read = cursor?.isNullable && !cursor.isRequired ? "page.NextCursor.Get()" : "page.NextCursor";
  const text = cursor?.isRequired && !cursor.isNullable ? "page.NextCursor" : `textAt(${read})`;
  return `
// ${own}All iterates over the items of all pages of [${operation.group}.${own}]. The next page is loaded when it is needed.
func (c *${operation.group}) ${own}All(${signature}) iter.Seq2[${item}, error] {
	load := func(cursor *string) (*${page}, error) {
		var own ${paramsName(operation)}
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.${own}(ctx, &own, options...)
	}
	return all(load, func(page *${page}) ([]${item}, bool, string) {
		return page.Data, page.HasMore, ${text}
	})
}
`;
}

function currenciesFile(digits) {
  const rows = Object.entries(digits).map(([code, count]) => `	"${code}": ${count},`);
  return `${HEADER}
// Digits of the minor unit, of every currency in which they are not two.
var unusualDigits = map[string]int{
${rows.join("\n")}
}
`;
}
