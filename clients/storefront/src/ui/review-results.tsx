// A page of reviews of a product or a merchant, beside their summary. Filters, orders and pages are links.

import type { ReactNode } from "react";
import { plural } from "../i18n/messages.ts";
import type { ShopKey } from "../i18n/shop.en.ts";
import type { MerchantReviews, ProductReviews } from "../sdk.ts";
import { useText } from "../shop/context.ts";
import { REVIEW_SORTS, type ReviewList } from "../shop/reviews.ts";
import { CloseIcon } from "./icons.tsx";
import { Pager, SortLinks } from "./list-nav.tsx";
import { ReviewItems } from "./review-item.tsx";
import { ReviewSummary, Verification } from "./review-summary.tsx";

interface Props {
  /** Absent while they are loaded. */
  reviews: ProductReviews | MerchantReviews | undefined;
  list: ReviewList;
  /** The URL of the first page of the list with these changes. */
  url: (over: Partial<ReviewList>) => string;
  /** What to say when there are no reviews at all. */
  noneYet: string;
}

export function ReviewResults({ reviews, list, url, noneYet }: Props): ReactNode {
  const t = useText();
  if (!reviews) return <div className="skeleton mt-10 h-96" aria-hidden="true" />;
  const sorts = REVIEW_SORTS.map((sort) => ({ name: t(`review.sort_${sort}` satisfies ShopKey), url: url({ sort }), isCurrent: sort === list.sort }));
  return (
    <div className="mt-8 grid items-start grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <div>
        <ReviewSummary reviews={reviews} chosen={list.rating} urlOf={(rating) => url({ rating })} />
        <Verification text={reviews.verification} hasNumbers />
      </div>
      <div>
        {reviews.rating && <SortLinks links={sorts} className="mb-4" />}
        {list.rating && (
          <p className="mb-6">
            <a href={url({ rating: "" })} className="chip inline-flex! items-center gap-2 py-1.5! text-sm">
              <span className="sr-only">{t("review.remove_filter")}</span> {plural(t, "review.stars", Number(list.rating))} <CloseIcon />
            </a>
          </p>
        )}
        {reviews.data.length > 0 ? <ReviewItems reviews={reviews.data} /> : <p className="max-w-prose py-8 text-muted">{reviews.rating ? t("review.none") : noneYet}</p>}
        <Pager first={list.cursor && url({})} next={reviews.next_cursor && url({ cursor: reviews.next_cursor })} />
      </div>
    </div>
  );
}
