// The document around a page, and its policy: the same as the server writes.

const RADII = { none: "0", small: "4px", medium: "8px", large: "16px" };

const escape = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function tokens({ colors, fonts, radius }) {
  const declarations = Object.entries({
    "--t-primary": colors.primary,
    "--t-on-primary": colors.on_primary,
    "--t-background": colors.background,
    "--t-surface": colors.surface,
    "--t-text": colors.text,
    "--t-accent": colors.accent,
    "--t-font-heading": `"${fonts.heading}"`,
    "--t-font-body": `"${fonts.body}"`,
    "--t-radius": RADII[radius] ?? "8px",
  });
  return `:root{${declarations.map(([name, value]) => `${name}:${value}`).join(";")}}`;
}

export function documentOf({ shop, nonce, page, rendered }) {
  const { lang = "en", dir = "ltr", head = "<title></title>", body = "" } = rendered ?? {};
  const links = shop.styles.map((href) => `<link rel="stylesheet" href="${escape(href)}">`).join("");
  const preloads = shop.preload.map((href) => `<link rel="modulepreload" href="${escape(href)}">`).join("");
  const data = JSON.stringify(page).replaceAll("<", "\\u003c");
  return (
    `<!doctype html><html lang="${escape(lang)}" dir="${dir}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<style nonce="${nonce}">${tokens(page.store.brand)}</style>${links}${head}${preloads}` +
    `<script type="module" nonce="${nonce}" src="${escape(shop.entry)}"></script></head>` +
    `<body><div id="root">${body}</div>` +
    `<script type="application/json" id="stoa-data">${data}</script></body></html>`
  );
}

export function policyOf({ nonce, stripe }) {
  const other = stripe ? ` ${stripe}` : "";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' https://js.stripe.com 'self'${other}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: https:",
    "font-src 'self'",
    `connect-src 'self' https://api.stripe.com${other}`,
    "frame-src https://js.stripe.com https://hooks.stripe.com",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
