// Reviews of who sold the goods of an order: one for each merchant.

import type { ReactNode } from "react";
import type { Order, OwnReview } from "../sdk.ts";
import { useTexts } from "../shop/context.ts";
import { ALL_REVIEWS } from "../shop/reviews.ts";
import { href } from "../shop/route.ts";
import type { ReviewAccess } from "./access.ts";
import { OwnReviewEntry } from "./own-review.tsx";
import { firstLines } from "./sellers-of.ts";
import { reviewTexts } from "./texts.ts";

interface Props {
  order: Order;
  reviews: readonly OwnReview[];
  access: ReviewAccess;
  onChanged: (before: OwnReview | undefined, after: OwnReview | undefined) => void;
}

/** Items of the list of what can be reviewed. */
export function Sellers({ order, reviews, access, onChanged }: Props): ReactNode {
  const t = useTexts(reviewTexts);
  return firstLines(order.lines).map((line) => {
    const { slug, name } = line.merchant;
    const review = reviews.find((it) => it.subject === "merchant" && it.merchant.slug === slug);
    return (
      <li key={slug} className="py-5">
        <OwnReviewEntry
          title={name}
          url={href({ page: "merchant_reviews", slug, ...ALL_REVIEWS })}
          subject="merchant"
          line={line}
          review={review}
          access={access}
          onChanged={(after) => onChanged(review, after)}
          write={{ name: t("review.merchant_write"), label: t("review.merchant_write_of", { title: name }) }}
        />
      </li>
    );
  });
}
