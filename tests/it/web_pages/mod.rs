//! Pages of web shops, with a small script in the place of the React build: what the server does around it.

mod brands;
mod files;
mod pages;

use reqwest::Method;
use tempfile::TempDir;

use crate::harness::{Answer, Shop, System, send};

/// Plans and renders a few pages; each of the bad ones is bad in its own way.
const SCRIPT: &str = r#"
let renders = 0;
const reply = (plan) => JSON.stringify({ kind: "page", shared: true, requests: [], ...plan });
globalThis.plan = (json) => {
  const { path, query, store } = JSON.parse(json);
  if (path === "/plan-throws") throw new Error("cannot plan");
  if (path === "/old") return reply({ kind: "redirect", location: "/products/mug", canonical: path });
  if (path === "/away") return reply({ kind: "redirect", location: "//evil.example/", canonical: path });
  if (path === "/") return reply({ canonical: "/", requests: ["/storefront/v1/products?limit=2"] });
  if (path === "/cart") return reply({ canonical: path, shared: false });
  if (path === "/secrets") {
    return reply({ canonical: path, requests: ["/admin/v1/orders", "/operator/v1/tenants", "/storefront/v1/account", "//x"] });
  }
  if (["/throws", "/endless", "/greedy", "/nonsense"].includes(path)) return reply({ canonical: path });
  const product = /^\/products\/([^/]+)$/.exec(path);
  if (product) {
    const variant = /(?:^|&)variant=([a-z0-9_]{1,40})(?:&|$)/.exec(query);
    const slug = encodeURIComponent(product[1]);
    return reply({
      canonical: "/products/" + slug + (variant ? "?variant=" + variant[1] : ""),
      requests: ["/storefront/v1/products/" + slug],
    });
  }
  return reply({ kind: "not_found", canonical: "/404" });
};
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
globalThis.render = (json) => {
  const { path, query, origin, store, config, data } = JSON.parse(json);
  if (path === "/throws") throw new Error("cannot render");
  if (path === "/endless") for (;;);
  if (path === "/greedy") { const all = []; for (;;) all.push("x".repeat(10000) + all.length); }
  if (path === "/nonsense") return "nonsense";
  const reads = Object.entries(data).map(([request, { status, body }]) =>
    `<p>${request} ${status} ${escape(body?.title ?? body?.data?.map((it) => it.title).join() ?? "")}</p>`);
  const missing = path === "/404" || Object.values(data).some((it) => it.status === 404);
  renders += 1;
  return JSON.stringify({
    status: missing ? 404 : 200, lang: store.locale, dir: "ltr",
    head: `<title>${escape(store.name)}</title><link rel="canonical" href="${origin}${path}">`,
    body: `<h1>${escape(store.name)}</h1>${reads.join("")}<i>${query}</i><b>${config.alternates.length}</b><u>${renders}</u>`,
  });
};
"#;

/// A folder such as the build writes.
fn bundle(script: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let assets = folder.path().join("public/assets");
    std::fs::create_dir_all(&assets).unwrap();
    std::fs::write(folder.path().join("render.js"), script).unwrap();
    let manifest =
        r#"{"entry": "/assets/main-1a.js", "styles": ["/assets/main-2b.css"], "preload": []}"#;
    std::fs::write(folder.path().join("shop.json"), manifest).unwrap();
    let lines = "export const line = 'long enough to be worth compressing';\n".repeat(100);
    std::fs::write(assets.join("main-1a.js"), lines).unwrap();
    std::fs::write(assets.join("main-2b.css"), "body { margin: 0 }\n").unwrap();
    std::fs::write(assets.join("notes.txt"), "not for browsers").unwrap();
    folder
}

/// A system whose storefronts have pages.
async fn system(bundle: &TempDir, changed: &[(&str, &str)]) -> System {
    let folder = bundle.path().display().to_string();
    let mut settings = vec![
        ("STOREFRONT_DIR", folder.as_str()),
        ("STOREFRONT_ENGINES", "2"),
    ];
    settings.extend_from_slice(changed);
    System::with(&settings).await
}

/// What a browser gets at `path`.
async fn get(shop: &Shop<'_>, path: &str) -> Answer {
    send(shop.system.request(Method::GET, &shop.host, path)).await
}

/// A header of an answer; empty when it has none.
fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    let value = answer.headers.get(name);
    value.map_or("", |value| value.to_str().unwrap())
}
