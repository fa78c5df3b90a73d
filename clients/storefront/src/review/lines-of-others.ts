import type { OrderLine, OwnReview } from "../sdk.ts";

/** The lines whose merchant may still be without a review: those of whom another review says who sold them are known. */
export function linesOfOthers(lines: readonly OrderLine[], reviews: readonly OwnReview[], ofMerchants: readonly OwnReview[]): OrderLine[] {
  const done = new Set(ofMerchants.map((it) => it.merchant.slug));
  if (lines.length === 1 && done.size > 0) return [];
  const isDone = (line: OrderLine): boolean => {
    const review = reviews.find((it) => it.order_line_id === line.id);
    return review !== undefined && done.has(review.merchant.slug);
  };
  return lines.filter((it) => !isDone(it));
}
