// Reviews that the shopper wrote about an order: of its products and of who sold them; and those that can be written.

import type { ReactNode } from "react";
import { useOwn } from "../account/use-own.ts";
import type { Order, OwnReview } from "../sdk.ts";
import { useText, useTexts } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import type { ReviewAccess } from "./access.ts";
import { OwnReviewEntry } from "./own-review.tsx";
import { Sellers } from "./sellers.tsx";
import { reviewTexts } from "./texts.ts";
import { lineTitle } from "./titles.ts";

export interface OwnReviewsProps {
  order: Order;
  access: ReviewAccess;
}

export function OwnReviews({ order, access }: OwnReviewsProps): ReactNode {
  const t = useTexts(reviewTexts);
  const shop = useText();
  const own = useOwn(() => access.list(), [access]);
  const { value: reviews, failure } = own;
  const change = (before: OwnReview | undefined, after: OwnReview | undefined): void => {
    const others = (reviews ?? []).filter((it) => it.id !== before?.id && it.id !== after?.id);
    own.set(after ? [...others, after] : others);
  };
  return (
    <section aria-labelledby="own-reviews" className="no-print mt-12">
      <h2 id="own-reviews" className="text-xl">
        {t("review.own_title")}
      </h2>
      <p className="mt-1 text-muted">{t("review.own_text")}</p>
      {failure && (
        <ErrorNotice className="mt-4">
          <p>{describe(failure, shop)}</p>
          <button type="button" className="link mt-2" onClick={own.reload}>
            {shop("error.retry")}
          </button>
        </ErrorNotice>
      )}
      {reviews && (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {order.lines.map((line) => {
            const review = reviews.find((it) => it.order_line_id === line.id);
            const title = lineTitle(line);
            return (
              <li key={line.id} className="py-5">
                <OwnReviewEntry
                  title={title}
                  subject="product"
                  line={line}
                  review={review}
                  access={access}
                  onChanged={(after) => change(review, after)}
                  write={{ name: t("review.write"), label: t("review.write_of", { title }) }}
                />
              </li>
            );
          })}
          <Sellers order={order} reviews={reviews} access={access} onChanged={change} />
        </ul>
      )}
      {!reviews && !failure && <div className="skeleton mt-4 h-24" aria-hidden="true" />}
    </section>
  );
}
