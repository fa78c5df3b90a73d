// Opens pages without loading a document: links are ordinary links, and the browser's history is the only state.

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { DataCache } from "../data/cache.ts";
import type { Location, NavigateOptions } from "../shop/context.ts";
import { plan } from "../shop/plan.ts";
import { requests } from "../shop/requests.ts";
import { match } from "../shop/route.ts";

interface Router {
  location: Location;
  navigate: (url: string, options?: NavigateOptions) => void;
}

/** What to do once the page that was navigated to is drawn. */
type Arrival = { kind: "none" } | { kind: "forward"; hash: string } | { kind: "back"; top: number };

interface Position {
  top: number;
}

const PREFETCH_EVENTS = ["pointerenter", "focusin"] as const;

export function useRouter(initial: Location, data: DataCache): Router {
  const [location, setLocation] = useState(initial);
  const arrival = useRef<Arrival>({ kind: "none" });

  const navigate = useCallback((url: string, { replace = false }: NavigateOptions = {}) => {
    const target = new URL(url, window.location.href);
    const next = here(target);
    const { kind, location: moved } = plan(next);
    if (kind === "redirect" && moved) return navigate(moved, { replace });
    if (replace) {
      window.history.replaceState(window.history.state, "", target);
    } else {
      rememberPosition();
      window.history.pushState({ top: 0 } satisfies Position, "", target);
      arrival.current = { kind: "forward", hash: target.hash };
    }
    setLocation(next);
  }, []);

  useEffect(() => {
    window.history.scrollRestoration = "manual";
    // The server rendered what the URL has in common for all visitors; the token of a letter's link is not in that.
    const now = here(new URL(window.location.href));
    if (now.path !== initial.path || now.query !== initial.query) setLocation(now);
    const top = (window.history.state as Position | null)?.top;
    if (top) window.scrollTo(0, top);
    const onPop = (event: PopStateEvent): void => {
      arrival.current = { kind: "back", top: (event.state as Position | null)?.top ?? 0 };
      setLocation(here(new URL(window.location.href)));
    };
    const onClick = (event: MouseEvent): void => {
      const url = linkOf(event);
      if (!url) return;
      event.preventDefault();
      navigate(url.href);
    };
    const onPointer = (event: Event): void => {
      const url = internalLink(event.target);
      const route = url && match(here(url).path, here(url).query);
      // Searches are counted for the store: only those that shoppers ask for.
      if (route && route.page !== "search") requests(route).forEach((path) => data.want(path));
    };
    window.addEventListener("popstate", onPop);
    window.addEventListener("pagehide", rememberPosition);
    document.addEventListener("click", onClick);
    for (const name of PREFETCH_EVENTS) document.addEventListener(name, onPointer, { capture: true, passive: true });
    return () => {
      window.removeEventListener("popstate", onPop);
      window.removeEventListener("pagehide", rememberPosition);
      document.removeEventListener("click", onClick);
      for (const name of PREFETCH_EVENTS) document.removeEventListener(name, onPointer, { capture: true });
    };
  }, [data, initial.path, initial.query, navigate]);

  useLayoutEffect(() => {
    const arrived = arrival.current;
    arrival.current = { kind: "none" };
    if (arrived.kind === "none") return;
    if (arrived.kind === "back") window.scrollTo(0, arrived.top);
    else arrive(arrived.hash);
  }, [location]);

  return { location, navigate };
}

function arrive(hash: string): void {
  const target = hash ? document.getElementById(hash.slice(1)) : null;
  if (target) return target.scrollIntoView();
  window.scrollTo(0, 0);
  // From here the keyboard and screen readers go on.
  const heading = document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("main");
  heading?.focus({ preventScroll: true });
}

function rememberPosition(): void {
  const state = (window.history.state ?? {}) as object;
  window.history.replaceState({ ...state, top: window.scrollY } satisfies Position, "");
}

function here({ pathname, search }: URL): Location {
  return { path: decodePath(pathname), query: search.slice(1) };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The page that a click leads to, if this shop shows it and the browser does nothing special with the click. */
function linkOf(event: MouseEvent): URL | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const url = internalLink(event.target);
  const isSamePlace = url && url.hash && url.pathname + url.search === window.location.pathname + window.location.search;
  return isSamePlace ? undefined : url;
}

function internalLink(target: EventTarget | null): URL | undefined {
  const link = target instanceof Element ? target.closest("a") : null;
  if (!link?.href || link.target || link.hasAttribute("download") || link.dataset["native"] !== undefined) return undefined;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin) return undefined;
  // Media, documentation and the admin console are documents of their own.
  return plan(here(url)).kind === "not_found" ? undefined : url;
}
