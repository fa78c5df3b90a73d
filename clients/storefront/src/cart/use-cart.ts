import { useSyncExternalStore } from "react";
import { useShop } from "../shop/context.ts";
import type { CartSnapshot } from "./store.ts";

export function useCart(): CartSnapshot {
  const { cart } = useShop();
  return useSyncExternalStore(cart.subscribe, cart.snapshot, cart.initial);
}
