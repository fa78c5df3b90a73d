import type { ReactNode } from "react";
import { useBody } from "../data/use-data.ts";
import type { Product, ProductReviews } from "../sdk.ts";
import { useText } from "../shop/context.ts";
import { productPath } from "../shop/requests.ts";
import { ALL_REVIEWS, fewReviewsPath, reviewsPath, type ReviewList } from "../shop/reviews.ts";
import { href } from "../shop/route.ts";
import { Picture } from "../ui/picture.tsx";
import { ReviewItems } from "../ui/review-item.tsx";
import { ReviewResults } from "../ui/review-results.tsx";
import { ReviewSummary, Verification } from "../ui/review-summary.tsx";

/** All reviews of a product. */
export function ReviewsPage({ slug, list }: { slug: string; list: ReviewList }): ReactNode {
  const t = useText();
  const product = useBody<Product>(productPath(slug));
  const reviews = useBody<ProductReviews>(reviewsPath(slug, list));
  const url = (over: Partial<ReviewList>): string => href({ page: "reviews", slug, ...list, cursor: "", ...over });
  return (
    <div className="wrap pb-20 pt-6 lg:pt-10">
      {product && (
        <a href={href({ page: "product", slug, variant: "" })} className="flex w-fit max-w-full items-center gap-3 underline-offset-4 hover:underline">
          <Picture image={product.images[0]} decorative className="w-14 shrink-0" />
          <span className="min-w-0 break-words">{product.title}</span>
        </a>
      )}
      <h1 tabIndex={-1} className="text-heading mt-3 break-words">
        {product ? t("review.title_of", { title: product.title }) : t("review.title")}
      </h1>
      <ReviewResults reviews={reviews} list={list} url={url} noneYet={t("review.none_yet")} />
    </div>
  );
}

/** The newest reviews, on the page of their product. */
export function ProductReviewsPart({ slug }: { slug: string }): ReactNode {
  const t = useText();
  const reviews = useBody<ProductReviews>(fewReviewsPath(slug));
  if (!reviews) return null;
  const { rating, verification, data } = reviews;
  const urlOf = (stars: string): string => href({ page: "reviews", slug, ...ALL_REVIEWS, rating: stars });
  return (
    <section id="reviews" className="mt-20 border-t border-line pt-12 lg:mt-28" aria-labelledby="reviews-title">
      <h2 id="reviews-title" className="text-title mb-8">
        {t("review.title")}
      </h2>
      {rating ? (
        <div className="grid items-start grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <div>
            <ReviewSummary reviews={reviews} urlOf={urlOf} />
            <Verification text={verification} />
          </div>
          <div>
            <ReviewItems reviews={data} />
            {rating.count > data.length && (
              <p className="mt-8">
                <a href={href({ page: "reviews", slug, ...ALL_REVIEWS })} className="button button-quiet">
                  {t("review.all", { count: rating.count })}
                </a>
              </p>
            )}
          </div>
        </div>
      ) : (
        <>
          <p className="max-w-prose text-muted">{t("review.none_yet")}</p>
          <Verification text={verification} />
        </>
      )}
    </section>
  );
}
