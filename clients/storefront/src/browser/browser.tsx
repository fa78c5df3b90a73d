// The app with what only a browser has: history, the document's head, services.

import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { App } from "../app.tsx";
import type { CartStore } from "../cart/store.ts";
import type { PageData } from "../contract.ts";
import type { DataCache } from "../data/cache.ts";
import { ShopContext, type ShopState } from "../shop/context.ts";
import { match } from "../shop/route.ts";
import type { Services } from "../shop/services.ts";
import { useDocumentHead } from "./document-head.ts";
import { useRouter } from "./router.ts";

interface Props {
  page: PageData;
  data: DataCache;
  cart: CartStore;
  services: Services;
}

export function Browser({ page, data, cart, services }: Props): ReactNode {
  const { location, navigate } = useRouter({ path: page.path, query: page.query }, data);
  const [isHydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  const { store, origin, config } = page;
  const state = useMemo<ShopState>(
    () => ({
      store,
      origin,
      config,
      data,
      route: match(location.path, location.query),
      location,
      // The first drawing is the server's.
      services: isHydrated ? services : undefined,
      cart,
      navigate,
    }),
    [store, origin, config, data, location, isHydrated, services, cart, navigate],
  );
  const title = useDocumentHead(state);
  return (
    <ShopContext value={state}>
      <App />
      {isHydrated && <Announcer title={title} />}
    </ShopContext>
  );
}

/** Tells screen readers which page was opened; browsers do that only for documents. */
function Announcer({ title }: { title: string }): ReactNode {
  const first = useRef(title);
  return (
    <p className="sr-only" aria-live="polite" aria-atomic="true">
      {title === first.current ? "" : title}
    </p>
  );
}
