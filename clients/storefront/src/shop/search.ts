// A search: what its URL says, and the request that answers it. Both have the same parameters.

import { param, params } from "./query.ts";

export const SEARCH_SORTS = ["relevance", "newest", "price_asc", "price_desc", "title"] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

/** Filters that may have several values. */
export const FILTERS = ["category", "merchant", "vendor", "option"] as const;
export type Filter = (typeof FILTERS)[number];

export interface Search extends Readonly<Record<Filter, readonly string[]>> {
  q: string;
  /** Minor units of the storefront's currency; empty without a limit. */
  price_min: string;
  price_max: string;
  available: "" | "true" | "false";
  sort: SearchSort;
  cursor: string;
}

export const EVERYTHING: Search = {
  q: "",
  category: [],
  merchant: [],
  vendor: [],
  option: [],
  price_min: "",
  price_max: "",
  available: "",
  sort: "relevance",
  cursor: "",
};

// What the API takes; more of it is left out instead of refused.
const LONGEST_QUERY = 200;
const LONGEST_VALUE = 300;
const MOST_VALUES = 50;
const PRICE = /^\d{1,15}$/;

export function searchOf(query: string): Search {
  const asked = param(query, "sort", /^[a-z_]+$/);
  const available = param(query, "available", /^(true|false)$/);
  return {
    q: words(params(query, "q")[0] ?? ""),
    category: values(query, "category"),
    merchant: values(query, "merchant"),
    vendor: values(query, "vendor"),
    option: values(query, "option").filter((it) => it.includes(":")),
    price_min: param(query, "price_min", PRICE),
    price_max: param(query, "price_max", PRICE),
    available: available === "true" || available === "false" ? available : "",
    sort: SEARCH_SORTS.find((it) => it === asked) ?? "relevance",
    cursor: param(query, "cursor", /^[\w-]{1,500}$/),
  };
}

/** What was typed, as it is searched for. */
export function words(typed: string): string {
  const plain = typed.replace(/[\p{Cc}\s]+/gu, " ").trim();
  // By characters: half of one cannot be in a URL.
  return [...plain].slice(0, LONGEST_QUERY).join("").trim();
}

function values(query: string, filter: Filter): string[] {
  const given = params(query, filter).filter((it) => it !== "" && it.length <= LONGEST_VALUE && !/\p{Cc}/u.test(it));
  // In one order: the same filters are the same page.
  return [...new Set(given)].sort().slice(0, MOST_VALUES);
}

/** The parameters in a fixed order, encoded; empty for a search for everything. */
export function searchQuery(search: Search): string {
  const pairs: [string, string][] = [
    ["q", search.q],
    ...FILTERS.flatMap((filter) => search[filter].map((value): [string, string] => [filter, value])),
    ["price_min", search.price_min],
    ["price_max", search.price_max],
    ["available", search.available],
    ["sort", search.sort === "relevance" ? "" : search.sort],
    ["cursor", search.cursor],
  ];
  return pairs.flatMap(([name, value]) => (value === "" ? [] : [`${name}=${encodeURIComponent(value)}`])).join("&");
}

/** The search with one value of a filter more, or less if it has that. */
export function toggled(search: Search, filter: Filter, value: string): Search {
  const has = search[filter].includes(value);
  const next = has ? search[filter].filter((it) => it !== value) : [...search[filter], value].sort();
  return { ...search, [filter]: next, cursor: "" };
}

/** The same words and order without filters. */
export function unfiltered({ q, sort }: Search): Search {
  return { ...EVERYTHING, q, sort };
}

export function isFiltered(search: Search): boolean {
  return searchQuery(unfiltered(search)) !== searchQuery({ ...search, cursor: "" });
}
