// What only the browser has: the API, storage and the shopper's session.

import type { Consent } from "../analytics/consent.ts";
import type { ShopEvents } from "../analytics/events.ts";
import type { Session } from "../session/session.ts";
import type { Api } from "./api.ts";
import type { Storage } from "./storage.ts";

export interface Services {
  api: Api;
  storage: Storage;
  /** Ends with the tab. */
  tab: Storage;
  session: Session;
  consent: Consent;
  events: ShopEvents;
}
