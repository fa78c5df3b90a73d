// Serves the built shop in front of a running API: the fast way to work on the shop, without building the server.
// The host that the browser names goes to the API, so every storefront of a tenant has its own address here too.

import { randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { createServer, request } from "node:http";
import { extname, join, normalize } from "node:path";
import { documentOf, policyOf } from "./document.mjs";
import { loadRenderer } from "./renderer.mjs";

const TYPES = { ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };

/**
 * `api` is where the API is, `stripeScript` the URL of Stripe's script or of the simulator's stand-in; `stripeFile` is
 * a copy of the stand-in to serve in its place, and `stripe` then the simulator that it talks to.
 */
export async function startServer({ dist, port, api, stripeScript, stripeFile, stripe, onError = console.error }) {
  const state = { renderer: await loadRenderer(join(dist, "render.js")), shop: readShop(dist) };
  const context = { dist, api: new URL(api), stripeScript, stripeFile, stripe: stripe && new URL(stripe), state };
  const server = createServer((incoming, outgoing) => {
    answer(context, incoming, outgoing).catch((error) => {
      onError(error);
      if (!outgoing.headersSent) outgoing.writeHead(502, { "content-type": "text/plain" });
      outgoing.end("The page could not be made.");
    });
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    server,
    port: server.address().port,
    async reload() {
      const [renderer, shop] = [await loadRenderer(join(dist, "render.js")), readShop(dist)];
      state.renderer.dispose();
      Object.assign(state, { renderer, shop });
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const readShop = (dist) => JSON.parse(readFileSync(join(dist, "shop.json"), "utf8"));

async function answer(context, incoming, outgoing) {
  const { pathname } = new URL(incoming.url, "http://shop");
  if (/^\/(storefront|media|dev|admin)\//.test(pathname)) return proxy(context.api, incoming, outgoing);
  if (context.stripe && /^\/(v1|_sim)\//.test(pathname)) return proxy(context.stripe, incoming, outgoing);
  if (context.stripeFile && pathname === "/v3/") return sendFile(outgoing, context.stripeFile);
  if (pathname.startsWith("/assets/")) return sendFile(outgoing, join(context.dist, "public", normalize(pathname)));
  return page(context, incoming, outgoing);
}

function proxy(target, incoming, outgoing) {
  return new Promise((resolve, reject) => {
    const { method, url: path, headers } = incoming;
    const passed = request({ host: target.hostname, port: target.port, method, path, headers }, (response) => {
      outgoing.writeHead(response.statusCode, response.headers);
      response.pipe(outgoing).on("finish", resolve);
    });
    passed.on("error", reject);
    incoming.pipe(passed);
  });
}

function sendFile(outgoing, file) {
  const known = statSync(file, { throwIfNoEntry: false });
  if (!known?.isFile()) {
    outgoing.writeHead(404).end();
    return;
  }
  outgoing.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-cache" });
  outgoing.end(readFileSync(file));
}

async function page(context, incoming, outgoing) {
  const url = new URL(incoming.url, "http://shop");
  const { host } = incoming.headers;
  const ask = (path) => get(context.api, host, path);
  const store = await ask("/storefront/v1/store");
  if (store.status !== 200) {
    outgoing.writeHead(404, { "content-type": "text/plain" }).end("There is no storefront here.");
    return;
  }
  const input = { path: decode(url.pathname), query: url.search.slice(1), store: store.body };
  const plan = context.state.renderer.plan(input);
  if (plan.kind === "redirect") {
    outgoing.writeHead(301, { location: plan.location }).end();
    return;
  }
  const data = Object.fromEntries(await Promise.all(plan.requests.map(async (path) => [path, await ask(path)])));
  const config = { stripe_js: context.stripeFile ? "/v3/" : context.stripeScript };
  const whole = { ...input, origin: `http://${host}`, config, data };
  // The shell without a page: what visitors get when rendering fails.
  const isShell = url.searchParams.has("__shell");
  const rendered = isShell ? undefined : context.state.renderer.render(whole);
  const nonce = randomBytes(16).toString("base64");
  const stripe = context.stripeScript && new URL(context.stripeScript).origin;
  outgoing.writeHead(rendered?.status ?? 200, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policyOf({ nonce, stripe }),
    "cache-control": "no-store",
  });
  const shown = isShell ? { ...whole, data: {} } : whole;
  outgoing.end(documentOf({ shop: context.state.shop, nonce, page: shown, rendered }));
}

function decode(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function get(api, host, path) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: api.hostname, port: api.port, path, headers: { host } }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode, body: text ? JSON.parse(text) : null }));
    });
    asked.on("error", reject).end();
  });
}
