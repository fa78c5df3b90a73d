// Reads API data in components.

import { useContext, useEffect, useSyncExternalStore } from "react";
import { ShopContext } from "../shop/context.ts";
import type { Entry } from "./cache.ts";

/** The response to a request of the page. */
export function useReply(path: string): Entry {
  const { data } = useContext(ShopContext);
  const read = (): Entry => data.read(path);
  const entry = useSyncExternalStore(data.subscribe, read, read);
  useEffect(() => data.want(path), [data, path]);
  return entry;
}

/** The body of a response with status 200, once it is there. */
export function useBody<Body>(path: string): Body | undefined {
  const entry = useReply(path);
  return entry.state === "ready" && entry.reply.status === 200 ? (entry.reply.body as Body) : undefined;
}
