// The terms of the store, and what their present wording is called.

import type { PageLink, Shop } from "../contract.ts";
import type { StorePage } from "../sdk.ts";

/** Slugs under which brands keep their terms. */
const SLUGS: readonly string[] = ["terms", "terms-of-service", "terms-and-conditions", "agb"];

/** The terms of the store, if its brand has any. */
export function termsOf({ brand }: Shop): PageLink | undefined {
  return brand.pages?.find(({ slug }) => SLUGS.includes(slug));
}

interface Pages {
  getPage(params: { slug: string }): PromiseLike<StorePage>;
}

/**
 * Names one wording: the page and the beginning of the SHA-256 of its text, so that colours and other pages may change without it.
 * Browsers make hashes on secure origins alone; elsewhere, which no shop in production is, the brand's version has to do.
 */
export async function termsVersion(api: Pages, { slug }: PageLink, { brand }: Shop): Promise<string> {
  const { html } = await api.getPage({ slug });
  if (!("subtle" in crypto)) return `${slug}-${brand.version}`;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(html)));
  return `${slug}-${[...hash.slice(0, 8)].map((it) => it.toString(16).padStart(2, "0")).join("")}`;
}
