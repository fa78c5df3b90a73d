import type { ReactNode } from "react";
import { useBody } from "../data/use-data.ts";
import type { MerchantReviews } from "../sdk.ts";
import { useText } from "../shop/context.ts";
import { merchantReviewsPath, type ReviewList } from "../shop/reviews.ts";
import { href } from "../shop/route.ts";
import { EVERYTHING } from "../shop/search.ts";
import { ReviewResults } from "../ui/review-results.tsx";

/** All reviews of a merchant. */
export function MerchantReviewsPage({ slug, list }: { slug: string; list: ReviewList }): ReactNode {
  const t = useText();
  const reviews = useBody<MerchantReviews>(merchantReviewsPath(slug, list));
  const url = (over: Partial<ReviewList>): string => href({ page: "merchant_reviews", slug, ...list, cursor: "", ...over });
  const name = reviews?.merchant.name;
  return (
    <div className="wrap pb-20 pt-6 lg:pt-10">
      <h1 tabIndex={-1} className="text-heading break-words">
        {name ? t("review.title_of", { title: name }) : t("review.title")}
      </h1>
      {name && (
        <p className="mt-3">
          <a href={href({ page: "search", ...EVERYTHING, merchant: [slug] })} rel="nofollow" className="link inline-block max-w-full py-1 break-words">
            {t("review.merchant_products", { merchant: name })}
          </a>
        </p>
      )}
      <ReviewResults reviews={reviews} list={list} url={url} noneYet={t("review.merchant_none_yet")} />
    </div>
  );
}
