// Renders a page to HTML. Pure: everything comes with the input, and nothing is kept for the next call.

import { renderToString } from "react-dom/server.browser";
import { App } from "../app.tsx";
import { CartStore } from "../cart/store.ts";
import type { PageData, Rendered } from "../contract.ts";
import { DataCache } from "../data/cache.ts";
import { headHtml } from "../head/head.ts";
import { pageHead } from "../head/page-head.ts";
import { documentLanguage } from "../i18n/messages.ts";
import { ShopContext, type ShopState } from "../shop/context.ts";
import { outcome, statusOf } from "../shop/outcome.ts";
import { match } from "../shop/route.ts";
import { fontPreloads } from "./fonts.ts";

export function render(page: PageData): Rendered {
  const { path, query, origin, store, config } = page;
  const route = match(path, query);
  const data = new DataCache(page.data);
  const status = statusOf(outcome(route, (request) => data.read(request)));
  const head = pageHead({ route, store, origin, config, reply: (request) => page.data[request] });
  const state: ShopState = {
    store,
    origin,
    config,
    data,
    route,
    location: { path, query },
    services: undefined,
    cart: new CartStore(),
    navigate: () => undefined,
  };
  return {
    status,
    head: headHtml({ ...head, preloads: fontPreloads(store.brand.fonts), ...(status !== 200 && { noindex: true }) }),
    body: renderToString(
      <ShopContext value={state}>
        <App />
      </ShopContext>,
    ),
    lang: documentLanguage(store.locale),
    dir: "ltr",
  };
}
