// What every component may ask for: the store, its language, the page, the data and, in the browser, its services.

import { createContext, useContext, useMemo } from "react";
import type { CartStore } from "../cart/store.ts";
import type { Config, Shop } from "../contract.ts";
import type { DataCache } from "../data/cache.ts";
import { formatMoney } from "../format/money.ts";
import { shopTexts, translator, type Texts, type Translate } from "../i18n/messages.ts";
import type { ShopKey } from "../i18n/shop.en.ts";
import type { Money } from "../sdk.ts";
import type { Services } from "./services.ts";
import type { Route } from "./route.ts";

export interface Location {
  path: string;
  query: string;
}

export interface ShopState {
  store: Shop;
  origin: string;
  config: Config;
  data: DataCache;
  route: Route;
  location: Location;
  /** Absent on the server. */
  services: Services | undefined;
  cart: CartStore;
  navigate: (url: string, options?: NavigateOptions) => void;
}

export interface NavigateOptions {
  /** Changes the URL of this page instead of opening another one: nothing scrolls and the focus stays. */
  replace?: boolean;
}

export const ShopContext = createContext<ShopState>(undefined as unknown as ShopState);

export function useShop(): ShopState {
  return useContext(ShopContext);
}

/** The browser's services. Only for what runs after the page is there: events and effects. */
export function useServices(): Services {
  const { services } = useShop();
  if (!services) throw new Error("services exist in the browser only");
  return services;
}

export function useText(): Translate<ShopKey> {
  return useTexts(shopTexts);
}

export function useTexts<Key extends string>(texts: Texts<Key>): Translate<Key> {
  const { store } = useShop();
  return useMemo(() => translator(texts, store.locale, store.brand.texts), [texts, store]);
}

export function useMoney(): (value: Money) => string {
  const { locale } = useShop().store;
  return (value) => formatMoney(value, locale);
}
