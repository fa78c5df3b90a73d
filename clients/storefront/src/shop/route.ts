// Which page a URL is, and which URL a page has.

import { param } from "./query.ts";
import { reviewListOf, reviewQuery, type ReviewList } from "./reviews.ts";
import { searchOf, searchQuery, type Search } from "./search.ts";

export const SORTS = ["newest", "title", "price_asc", "price_desc", "rating"] as const;
export type Sort = (typeof SORTS)[number];

export interface Listing {
  sort: Sort;
  cursor: string;
}

/** A page with what its URL says. */
export type Route =
  | { page: "home" }
  | ({ page: "products" } & Listing)
  | ({ page: "category"; slug: string } & Listing)
  | { page: "product"; slug: string; variant: string }
  | ({ page: "reviews"; slug: string } & ReviewList)
  | ({ page: "merchant_reviews"; slug: string } & ReviewList)
  | ({ page: "search" } & Search)
  | { page: "content"; slug: string }
  | { page: "cart" }
  | { page: "checkout" }
  | { page: "order"; id: string }
  | { page: "find_order" }
  | { page: "account"; view: AccountView }
  | { page: "account_order"; id: string }
  | { page: "newsletter"; view: NewsletterView }
  | { page: "staff"; view: StaffView }
  | { page: "not_found" };

export const ACCOUNT_VIEWS = [
  "overview",
  "login",
  "signup",
  "social",
  "verify-email",
  "confirm-email",
  "undo-email",
  "forgot-password",
  "reset-password",
  "orders",
  "addresses",
  "sessions",
  "sign-in-methods",
  "consents",
  "profile",
] as const;
export type AccountView = (typeof ACCOUNT_VIEWS)[number];

export const NEWSLETTER_VIEWS = ["confirm", "unsubscribe"] as const;
export type NewsletterView = (typeof NEWSLETTER_VIEWS)[number];

export const STAFF_VIEWS = ["invitation", "forgot-password", "reset-password"] as const;
export type StaffView = (typeof STAFF_VIEWS)[number];

/** The page of a decoded path and a raw query. Unknown parameters vanish; wrong values become the default. */
export function match(path: string, query: string): Route {
  const [first, second, third, ...rest] = path.split("/").slice(1);
  if (first === undefined || rest.length > 0) return { page: "not_found" };
  if (third !== undefined) return farBelow(first, second, third, query);
  if (second !== undefined) return second === "" ? { page: "not_found" } : below(first, second, query);
  switch (first) {
    case "":
      return { page: "home" };
    case "products":
      return { page: "products", ...listing(query) };
    case "search":
      return { page: "search", ...searchOf(query) };
    case "cart":
    case "checkout":
      return { page: first };
    case "find-order":
      return { page: "find_order" };
    case "account":
      return { page: "account", view: "overview" };
    default:
      return { page: "not_found" };
  }
}

function below(first: string, second: string, query: string): Route {
  switch (first) {
    case "categories":
      return { page: "category", slug: second, ...listing(query) };
    case "products":
      return { page: "product", slug: second, variant: param(query, "variant", /^var_[0-9a-z]{26}$/) };
    case "pages":
      return { page: "content", slug: second };
    case "orders":
      return { page: "order", id: second };
    case "account": {
      const view = ACCOUNT_VIEWS.find((it) => it === second && it !== "overview");
      return view ? { page: "account", view } : { page: "not_found" };
    }
    case "newsletter": {
      const view = NEWSLETTER_VIEWS.find((it) => it === second);
      return view ? { page: "newsletter", view } : { page: "not_found" };
    }
    case "staff": {
      const view = STAFF_VIEWS.find((it) => it === second);
      return view ? { page: "staff", view } : { page: "not_found" };
    }
    default:
      return { page: "not_found" };
  }
}

function farBelow(first: string, second: string | undefined, third: string, query: string): Route {
  if (first === "account" && second === "orders" && third) return { page: "account_order", id: third };
  if (first === "products" && second && third === "reviews") return { page: "reviews", slug: second, ...reviewListOf(query) };
  if (first === "merchants" && second && third === "reviews") return { page: "merchant_reviews", slug: second, ...reviewListOf(query) };
  return { page: "not_found" };
}

function listing(query: string): Listing {
  const asked = param(query, "sort", /^[a-z_]+$/);
  return {
    sort: SORTS.find((it) => it === asked) ?? "newest",
    cursor: param(query, "cursor", /^[\w-]{1,200}$/),
  };
}

/** The URL of a page, from the root of the host. */
export function href(route: Route): string {
  switch (route.page) {
    case "home":
      return "/";
    case "products":
      return `/products${listingQuery(route)}`;
    case "category":
      return `/categories/${encodeURIComponent(route.slug)}${listingQuery(route)}`;
    case "product":
      return `/products/${encodeURIComponent(route.slug)}${route.variant && `?variant=${route.variant}`}`;
    case "reviews": {
      const query = reviewQuery(route);
      return `/products/${encodeURIComponent(route.slug)}/reviews${query && `?${query}`}`;
    }
    case "merchant_reviews": {
      const query = reviewQuery(route);
      return `/merchants/${encodeURIComponent(route.slug)}/reviews${query && `?${query}`}`;
    }
    case "search": {
      const query = searchQuery(route);
      return query ? `/search?${query}` : "/search";
    }
    case "content":
      return `/pages/${encodeURIComponent(route.slug)}`;
    case "order":
      return `/orders/${encodeURIComponent(route.id)}`;
    case "find_order":
      return "/find-order";
    case "account":
      return route.view === "overview" ? "/account" : `/account/${route.view}`;
    case "account_order":
      return `/account/orders/${encodeURIComponent(route.id)}`;
    case "newsletter":
      return `/newsletter/${route.view}`;
    case "staff":
      return `/staff/${route.view}`;
    case "cart":
    case "checkout":
      return `/${route.page}`;
    case "not_found":
      return "/404";
  }
}

function listingQuery({ sort, cursor }: Listing): string {
  const parts = [cursor && `cursor=${cursor}`, sort !== "newest" && `sort=${sort}`].filter(Boolean);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}
