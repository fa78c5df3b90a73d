// What a page says of itself to browsers, search engines and social networks. The server writes it as HTML; the browser
// applies it when another page is opened.

export interface Head {
  title: string;
  description?: string;
  /** Absolute URL; absent for pages that have none. */
  canonical?: string;
  alternates?: readonly { locale: string; url: string }[];
  noindex?: boolean;
  /** Open Graph properties. */
  graph?: Readonly<Record<string, string>>;
  jsonLd?: readonly object[];
  preloads?: readonly string[];
  favicon?: string;
}

export function headHtml(head: Head): string {
  const lines = [`<title>${escapeHtml(head.title)}</title>`];
  const tag = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
    lines.push(`<${name}${list.join("")}>`);
  };
  if (head.description) tag("meta", { name: "description", content: head.description });
  if (head.noindex) tag("meta", { name: "robots", content: "noindex" });
  if (head.canonical) tag("link", { rel: "canonical", href: head.canonical });
  for (const { locale, url } of head.alternates ?? []) tag("link", { rel: "alternate", hreflang: locale, href: url });
  for (const [property, content] of Object.entries(head.graph ?? {})) tag("meta", { property, content });
  if (head.favicon) tag("link", { rel: "icon", href: head.favicon });
  for (const href of head.preloads ?? []) {
    tag("link", { rel: "preload", as: "font", type: "font/woff2", href, crossorigin: "" });
  }
  for (const data of head.jsonLd ?? []) {
    lines.push(`<script type="application/ld+json">${escapeJson(JSON.stringify(data))}</script>`);
  }
  return lines.join("");
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** JSON that ends no script element and begins no comment, and is the same data. */
export function escapeJson(json: string): string {
  return json
    .replaceAll("<", "\\u003c")
    .replaceAll(">", "\\u003e")
    .replaceAll("&", "\\u0026")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** Text without tags, cut at a word, for descriptions. */
export function plainText(html: string, most = 160): string {
  const text = html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
  if (text.length <= most) return text;
  return `${text.slice(0, text.lastIndexOf(" ", most - 1)).trimEnd()}…`;
}
