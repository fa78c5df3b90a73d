// Codes of problems: what every operation of the clients can be refused with, by the document's enumerations.

import { isOfClients, resolveResponse } from "./document.mjs";

// `[{ code, statuses }]`, sorted. Takes the document as it is, since a prepared one has no refusals.
export function codesOf(document) {
  const found = new Map();
  for (const [path, item] of Object.entries(document.paths)) {
    if (!isOfClients(path)) continue;
    for (const operation of Object.values(item)) {
      for (const [status, response] of Object.entries(operation.responses ?? {})) {
        for (const code of enumerated(resolveResponse(document, response))) {
          found.set(code, (found.get(code) ?? new Set()).add(status));
        }
      }
    }
  }
  return [...found].map(([code, statuses]) => ({ code, statuses: [...statuses].sort() })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

function enumerated(response) {
  const schema = response.content?.["application/problem+json"]?.schema;
  return (schema?.allOf ?? [schema]).flatMap((it) => it?.properties?.code?.enum ?? []);
}
