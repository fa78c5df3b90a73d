// Files that operations return.

/** A file, as an operation returns it. In browsers `new Blob([content], { type: contentType })` makes one to save. */
export interface Download {
  /** Its bytes. */
  content: Uint8Array<ArrayBuffer>;
  /** Its media type, as the server names it: `text/csv; charset=utf-8`. */
  contentType: string;
  /** The name that the server gives it, without folders; `undefined` when it gives none. */
  fileName: string | undefined;
}

/** The file of a response, or `undefined` when its type is not one of those that were asked for. */
export function readDownload(headers: Headers, content: Uint8Array<ArrayBuffer>, accept: string): Download | undefined {
  const contentType = headers.get("content-type") ?? "";
  const media = contentType.split(";")[0]!.trim().toLowerCase();
  if (!accept.split(", ").includes(media)) return undefined;
  return { content, contentType, fileName: fileName(headers.get("content-disposition") ?? "") };
}

// RFC 6266: `attachment; filename="orders.csv"; filename*=UTF-8''Bestellungen%20M%C3%A4rz.csv`. The second is preferred.
function fileName(disposition: string): string | undefined {
  let found: string | undefined;
  for (const [, key, value] of disposition.matchAll(/;\s*(filename\*?)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;]+)/gi)) {
    const name = key!.endsWith("*") ? decoded(value!) : value!.replace(/^"(.*)"$/, "$1").replace(/\\(.)/g, "$1");
    if (name !== undefined && (found === undefined || key!.endsWith("*"))) found = name;
  }
  // What names a folder, or nothing, is no name to save a file by.
  const last = found?.split(/[/\\]/).pop()!.trim();
  return !last || last === "." || last === ".." || /[\0-\x1f\x7f]/.test(last) ? undefined : last;
}

function decoded(value: string): string | undefined {
  const [, encoded] = /^UTF-8'[^']*'(.*)$/i.exec(value) ?? [];
  try {
    return encoded && decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
