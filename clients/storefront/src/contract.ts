// What the server that renders pages and this project tell each other. Both sides speak JSON.

import type { Store } from "./sdk.ts";

/** A legal or content page in a menu. */
export interface PageLink {
  slug: string;
  title: string;
}

/** A legal or content page. Its HTML was sanitised by the server. */
export interface ContentPage extends PageLink {
  html: string;
}

/** The public settings of a storefront; `brand` may have more than the SDK's types know. */
export type Shop = Omit<Store, "brand"> & {
  brand: Store["brand"] & {
    radius?: string;
    favicon_url?: string;
    /** The tenant's own wording, by message key. */
    texts?: Record<string, string>;
    pages?: PageLink[];
  };
};

export interface Alternate {
  locale: string;
  /** The URL of the same page in this locale. */
  url: string;
}

export interface Config {
  /** URL of Stripe's script, or of what stands in for it. */
  stripe_js?: string;
  alternates?: Alternate[];
}

/** The response to one request of a plan. */
export interface Reply {
  status: number;
  body: unknown;
}

export interface PlanInput {
  /** Decoded path. */
  path: string;
  /** Query without `?`. */
  query: string;
  store: Shop;
}

export interface Plan {
  kind: "page" | "redirect" | "not_found" | "gone";
  location?: string;
  /** Path and known parameters in a fixed order: the key under which the page is cached. */
  canonical: string;
  /** GET paths whose responses the page is rendered from. */
  requests: string[];
  /** Whether all visitors get the same HTML. */
  shared: boolean;
}

export interface PageData extends PlanInput {
  origin: string;
  config: Config;
  data: Record<string, Reply>;
}

export interface Rendered {
  status: number;
  head: string;
  body: string;
  lang: string;
  dir: "ltr" | "rtl";
}
