// What the server has to fetch for a URL, and under which key it may keep the page.

import type { Plan, PlanInput } from "../contract.ts";
import { isShared, requests } from "./requests.ts";
import { href, match } from "./route.ts";

/** Addresses that people type or remember, and where they lead. */
const MOVED: Readonly<Record<string, string>> = {
  "/categories": "/products",
  "/pages": "/",
  "/orders": "/account/orders",
  "/login": "/account/login",
};

export function plan({ path, query }: Pick<PlanInput, "path" | "query">): Plan {
  const location = moved(path, query);
  if (location !== undefined) {
    return { kind: "redirect", location, canonical: location, requests: [], shared: true };
  }
  const route = match(path, query);
  return {
    kind: route.page === "not_found" ? "not_found" : "page",
    canonical: href(route),
    requests: requests(route),
    shared: isShared(route),
  };
}

function moved(path: string, query: string): string | undefined {
  const segments = path.split("/").filter(Boolean);
  // Joined from its parts, so it begins with one slash and cannot name another host.
  const plain = `/${segments.join("/")}`;
  const target = MOVED[plain];
  if (target !== undefined) return target;
  if (path === plain || path === "") return undefined;
  const encoded = `/${segments.map(encodeURIComponent).join("/")}`;
  return query ? `${encoded}?${query}` : encoded;
}
