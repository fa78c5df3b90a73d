// Starts the shop in the browser: hydrates the server's HTML, or renders from nothing where there is none.

import { createRoot, hydrateRoot } from "react-dom/client";
import { forgetTrip } from "../account/trip.ts";
import { Consent } from "../analytics/consent.ts";
import { ShopEvents } from "../analytics/events.ts";
import { CartStore } from "../cart/store.ts";
import type { PageData } from "../contract.ts";
import { DataCache } from "../data/cache.ts";
import { forgetOrders } from "../order/known-orders.ts";
import { Membership } from "../session/membership.ts";
import { Session, type Lock } from "../session/session.ts";
import { Api } from "../shop/api.ts";
import { isCatalogue } from "../shop/requests.ts";
import { createStorage } from "../shop/storage.ts";
import { Browser } from "./browser.tsx";
import "../styles/index.css";

function start(): void {
  const root = document.getElementById("root");
  const source = document.getElementById("stoa-data");
  if (!root || !source) return;
  const page = JSON.parse(source.textContent) as PageData;
  const storage = createStorage(() => window.localStorage, window);
  const tab = createStorage(() => window.sessionStorage);
  const leave = (): void => {
    forgetOrders(storage);
    forgetTrip(tab);
    // Without a connection the goods are let go too.
    cart.disown().catch(() => undefined);
  };
  const session = new Session(storage, acrossTabs, leave);
  const api = new Api({ baseUrl: window.location.origin, accessToken: session.token });
  session.connect(api);
  const cart = new CartStore(api, storage, session.isSignedIn);
  const membership = new Membership(session, storage, tab);
  const data = new DataCache(page.data, (path) => api.get(path, membership.isMember()));
  const consent = new Consent(storage, page.store.events_need_consent);
  const events = new ShopEvents(consent);
  const app = <Browser page={page} data={data} cart={cart} services={{ api, storage, tab, session, consent, events }} />;
  if (root.hasChildNodes()) hydrateRoot(root, app);
  else createRoot(root).render(app);
  cart.start();
  // Phones end pages in the background without a word.
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && events.flush());
  window.addEventListener("pagehide", events.flush);
  membership.start(api, () => data.loadAgain(isCatalogue));
}

// A refresh token is good once: two tabs must not send the same one.
const acrossTabs: Lock = (act) => ("locks" in navigator ? navigator.locks.request("stoa.session", act) : act());

start();
