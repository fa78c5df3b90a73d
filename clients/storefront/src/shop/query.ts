// Parameters of a raw query, on the server too, which has no `URLSearchParams`.

/** The first value of a parameter that has the form; else the empty text. */
export function param(query: string, name: string, form: RegExp): string {
  const [value = ""] = params(query, name);
  return form.test(value) ? value : "";
}

/** All values of a parameter, in their order; those that cannot be decoded are empty. */
export function params(query: string, name: string): string[] {
  return query.split("&").flatMap((part) => {
    const at = part.indexOf("=");
    return at >= 0 && part.slice(0, at) === name ? [decode(part.slice(at + 1))] : [];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return "";
  }
}
