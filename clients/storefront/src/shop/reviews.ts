// Reviews of a product or a merchant: what the URL of their page says, and the requests for them.

import { param } from "./query.ts";

export const REVIEW_SORTS = ["newest", "highest", "lowest"] as const;
export type ReviewSort = (typeof REVIEW_SORTS)[number];

export interface ReviewList {
  /** Only reviews with this number of stars; empty for all. */
  rating: string;
  sort: ReviewSort;
  cursor: string;
}

export const ALL_REVIEWS: ReviewList = { rating: "", sort: "newest", cursor: "" };

/** Reviews on the page of their product. */
const FEW = 4;
const PAGE_SIZE = 20;

export const STATISTICS = "/storefront/v1/reviews/statistics";

export function reviewListOf(query: string): ReviewList {
  const asked = param(query, "sort", /^[a-z]+$/);
  return {
    rating: param(query, "rating", /^[1-5]$/),
    sort: REVIEW_SORTS.find((it) => it === asked) ?? "newest",
    cursor: param(query, "cursor", /^[\w-]{1,200}$/),
  };
}

/** The parameters in a fixed order; empty for all reviews, newest first. */
export function reviewQuery({ rating, sort, cursor }: ReviewList): string {
  const parts = [cursor && `cursor=${cursor}`, rating && `rating=${rating}`, sort !== "newest" && `sort=${sort}`];
  return parts.filter(Boolean).join("&");
}

export function reviewsPath(slug: string, list: ReviewList, limit = PAGE_SIZE): string {
  const query = [reviewQuery(list), `limit=${limit}`].filter(Boolean).join("&");
  return `/storefront/v1/products/${encodeURIComponent(slug)}/reviews?${query}`;
}

export function merchantReviewsPath(slug: string, list: ReviewList): string {
  const query = [reviewQuery(list), `limit=${PAGE_SIZE}`].filter(Boolean).join("&");
  return `/storefront/v1/merchants/${encodeURIComponent(slug)}/reviews?${query}`;
}

export function fewReviewsPath(slug: string): string {
  return reviewsPath(slug, ALL_REVIEWS, FEW);
}
