import { useEffect, useSyncExternalStore } from "react";
import { useShop } from "../shop/context.ts";
import { UNKNOWN, type ConsentState } from "./consent.ts";
import type { ShopEvent } from "./events.ts";

const never = () => () => undefined;
const unknown = (): ConsentState => UNKNOWN;

export function useConsent(): ConsentState {
  const consent = useShop().services?.consent;
  return useSyncExternalStore(consent?.subscribe ?? never, consent?.snapshot ?? unknown, unknown);
}

/** Counts that the page shows something; with the consent, when it is given while the page is there. */
export function useShopEvent(kind: ShopEvent["kind"], product?: string): void {
  const { services } = useShop();
  const { isCounted } = useConsent();
  useEffect(() => {
    if (!services || !isCounted) return;
    return whenSeen(() => services.events.record({ kind, ...(product !== undefined && { product_id: product }) }));
  }, [services, isCounted, kind, product]);
}

/** A tab in the background shows nothing yet. */
function whenSeen(act: () => void): (() => void) | undefined {
  if (document.visibilityState === "visible") {
    act();
    return undefined;
  }
  const listener = (): void => {
    if (document.visibilityState !== "visible") return;
    stop();
    act();
  };
  const stop = (): void => document.removeEventListener("visibilitychange", listener);
  document.addEventListener("visibilitychange", listener);
  return stop;
}
