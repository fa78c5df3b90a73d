// The tree of categories, from the list that the API gives.

import type { Category } from "../sdk.ts";

/** The category and all above it, from the root down; empty if there is none with the slug. */
export function categoryTrail(categories: readonly Category[], slug: string): Category[] {
  const trail: Category[] = [];
  let next: string | undefined = slug;
  while (next !== undefined) {
    const found = categories.find((it) => it.slug === next);
    if (!found || trail.includes(found)) break;
    trail.unshift(found);
    next = found.parent;
  }
  return trail;
}

/** The categories below one, or those at the root. */
export function childrenOf(categories: readonly Category[], parent?: string): Category[] {
  return categories.filter((it) => it.parent === parent);
}
