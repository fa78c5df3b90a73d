// Adds to a copy of the document what the API may grow: fields, a union in a response, a union as a body, a file as a response.
// `node plant.mjs DOCUMENT` changes the file.

import { readFileSync, writeFileSync } from "node:fs";

const [path] = process.argv.slice(2);
const document = JSON.parse(readFileSync(path, "utf8"));
const { schemas } = document.components;

const variant = (tag, name) => ({
  allOf: [
    { type: "object", required: ["kind"], properties: { kind: { type: "string", enum: [tag] } } },
    { $ref: `#/components/schemas/${name}` },
  ],
});
const text = { type: "string" };
schemas.PlantedPaper = { type: "object", required: ["color"], properties: { color: text } };
schemas.PlantedBox = { type: "object", required: ["color"], properties: { color: text, size: { type: "integer" } } };
schemas.PlantedWrap_Paper = variant("paper", "PlantedPaper");
schemas.PlantedWrap_Box = variant("box", "PlantedBox");
schemas.PlantedWrap = {
  type: "object",
  oneOf: [{ $ref: "#/components/schemas/PlantedWrap_Paper" }, { $ref: "#/components/schemas/PlantedWrap_Box" }],
  discriminator: {
    propertyName: "kind",
    mapping: { paper: "#/components/schemas/PlantedWrap_Paper", box: "#/components/schemas/PlantedWrap_Box" },
  },
};
schemas.PlantedOrder = {
  type: "object",
  required: ["wraps"],
  properties: {
    wraps: { type: "array", items: { $ref: "#/components/schemas/PlantedWrap" } },
    from: { type: "string", format: "date-time" },
    note: { type: "string", nullable: true },
  },
};
document.paths["/storefront/v1/planted/{id}"] = {
  post: {
    operationId: "storefront_plant",
    summary: "Plant",
    parameters: [
      { in: "path", name: "id", required: true, schema: text },
      { in: "query", name: "from", schema: text },
    ],
    requestBody: {
      required: true,
      content: { "application/json": { schema: { $ref: "#/components/schemas/PlantedWrap" } } },
    },
    responses: {
      200: {
        description: "Planted.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/PlantedOrder" } } },
      },
    },
  },
};
const file = { schema: { type: "string", format: "binary" } };
document.paths["/admin/v1/planted/{id}/file"] = {
  get: {
    operationId: "admin_export_planted",
    summary: "Export what was planted",
    parameters: [
      { in: "path", name: "id", required: true, schema: text },
      { in: "query", name: "locale", schema: text },
    ],
    responses: {
      200: {
        description: "The file.",
        content: { "text/csv; charset=utf-8": file, "application/pdf": file },
      },
    },
    security: document.paths["/admin/v1/orders"].get.security,
  },
};
// A link of a letter: no client has it.
document.paths["/storefront/v1/planted/link"] = {
  get: { operationId: "storefront_follow_planted_link", summary: "Follow", parameters: [], responses: { 303: { description: "There." } } },
};
writeFileSync(path, JSON.stringify(document));
