// The API requests that a page is made of. The server makes them for the first page, the browser for those after it.

import { fewReviewsPath, merchantReviewsPath, reviewsPath, STATISTICS } from "./reviews.ts";
import type { Listing, Route } from "./route.ts";
import { searchQuery, type Search } from "./search.ts";

export const CATEGORIES = "/storefront/v1/categories";
export const PAGE_SIZE = 24;
export const HOME_SIZE = 8;

export function productsPath({ sort, cursor }: Listing, category = "", limit = PAGE_SIZE): string {
  const parts = [
    category && `category=${encodeURIComponent(category)}`,
    cursor && `cursor=${cursor}`,
    `limit=${limit}`,
    `sort=${sort}`,
  ];
  return `/storefront/v1/products?${parts.filter(Boolean).join("&")}`;
}

export const NEWEST = productsPath({ sort: "newest", cursor: "" }, "", HOME_SIZE);

/** What a member of customer groups sees otherwise than visitors do. */
export function isCatalogue(path: string): boolean {
  return /^\/storefront\/v1\/(products|categories|search)([/?]|$)/.test(path);
}

export function productPath(slug: string): string {
  return `/storefront/v1/products/${encodeURIComponent(slug)}`;
}

export function searchPath(search: Search): string {
  return `/storefront/v1/search?${[searchQuery(search), `limit=${PAGE_SIZE}`].filter(Boolean).join("&")}`;
}

export function contentPath(slug: string): string {
  return `/storefront/v1/pages/${encodeURIComponent(slug)}`;
}

/** Every page has the categories, for its menu. */
export function requests(route: Route): string[] {
  switch (route.page) {
    case "home":
      return [CATEGORIES, NEWEST];
    case "products":
      return [CATEGORIES, productsPath(route)];
    case "category":
      return [CATEGORIES, productsPath(route, route.slug)];
    case "product":
      return [CATEGORIES, productPath(route.slug), fewReviewsPath(route.slug)];
    case "reviews":
      return [CATEGORIES, productPath(route.slug), reviewsPath(route.slug, route), STATISTICS];
    case "merchant_reviews":
      return [CATEGORIES, merchantReviewsPath(route.slug, route), STATISTICS];
    case "search":
      return [CATEGORIES, searchPath(route)];
    case "content":
      return [CATEGORIES, contentPath(route.slug)];
    default:
      return [CATEGORIES];
  }
}

/** Whether every visitor may get the same HTML: what is a visitor's own is filled in by the browser. */
export function isShared(route: Route): boolean {
  return ["home", "products", "category", "product", "reviews", "merchant_reviews", "search", "content", "not_found"].includes(route.page);
}
