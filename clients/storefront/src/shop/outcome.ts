// Whether a page is there, from the responses it is made of.

import type { CategoryList } from "../sdk.ts";
import type { Entry } from "../data/cache.ts";
import { categoryTrail } from "./categories.ts";
import { CATEGORIES, contentPath, NEWEST, productPath, productsPath, searchPath } from "./requests.ts";
import { merchantReviewsPath, reviewsPath } from "./reviews.ts";
import type { Route } from "./route.ts";

export type Outcome = "ready" | "loading" | "failed" | "missing" | "gone";

export function outcome(route: Route, read: (path: string) => Entry): Outcome {
  switch (route.page) {
    case "home":
      return of(read(NEWEST));
    case "products":
      return of(read(productsPath(route)));
    case "category":
      return worse(ofCategory(route.slug, read(CATEGORIES)), of(read(productsPath(route, route.slug))));
    case "product":
      return of(read(productPath(route.slug)));
    case "reviews":
      return worse(of(read(productPath(route.slug))), of(read(reviewsPath(route.slug, route))));
    case "merchant_reviews":
      return of(read(merchantReviewsPath(route.slug, route)));
    case "search":
      return of(read(searchPath(route)));
    case "content":
      return of(read(contentPath(route.slug)));
    case "not_found":
      return "missing";
    default:
      return "ready";
  }
}

function of(entry: Entry): Outcome {
  if (entry.state !== "ready") return entry.state;
  const { status } = entry.reply;
  if (status === 200) return "ready";
  if (status === 410) return "gone";
  return status < 500 ? "missing" : "failed";
}

function ofCategory(slug: string, entry: Entry): Outcome {
  const found = of(entry);
  if (found !== "ready" || entry.state !== "ready") return found;
  return categoryTrail((entry.reply.body as CategoryList).data, slug).length > 0 ? "ready" : "missing";
}

const BY_WEIGHT: readonly Outcome[] = ["ready", "loading", "failed", "gone", "missing"];

function worse(one: Outcome, other: Outcome): Outcome {
  return BY_WEIGHT.indexOf(one) > BY_WEIGHT.indexOf(other) ? one : other;
}

export function statusOf(found: Outcome): number {
  return found === "missing" ? 404 : found === "gone" ? 410 : 200;
}
