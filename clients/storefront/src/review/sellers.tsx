// Reviews of who sold the goods of an order: one for each merchant. Orders do not say who that is; the reviews do.

import { useState, type ReactNode } from "react";
import type { Order, OwnReview } from "../sdk.ts";
import { useTexts } from "../shop/context.ts";
import { ALL_REVIEWS } from "../shop/reviews.ts";
import { href } from "../shop/route.ts";
import type { ReviewAccess } from "./access.ts";
import { linesOfOthers } from "./lines-of-others.ts";
import { OwnReviewEntry } from "./own-review.tsx";
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
  const [written, setWritten] = useState("");
  const [deleted, setDeleted] = useState<readonly OwnReview[]>([]);
  const present = reviews.filter((it) => it.subject === "merchant");
  // One that was just deleted stays, to say so.
  const shown = [...present, ...deleted].sort((one, other) => one.created_at.localeCompare(other.created_at));
  const lines = linesOfOthers(order.lines, reviews, shown);
  return (
    <>
      {shown.map((it) => (
        <li key={it.id} className="py-5">
          <OwnReviewEntry
            title={it.merchant.name}
            url={href({ page: "merchant_reviews", slug: it.merchant.slug, ...ALL_REVIEWS })}
            subject="merchant"
            lines={[]}
            hasFocus={it.id === written}
            review={present.find((other) => other.id === it.id)}
            access={access}
            onChanged={(after) => {
              if (!after) setDeleted([...deleted, it]);
              onChanged(it, after);
            }}
            write={{ name: t("review.merchant_write") }}
          />
        </li>
      ))}
      {lines.length > 0 && (
        <li key={shown.length} className="py-5">
          <OwnReviewEntry
            title={t(shown.length > 0 ? "review.merchant_other" : "review.merchant")}
            subject="merchant"
            lines={lines}
            review={undefined}
            access={access}
            onChanged={(after) => {
              setWritten(after?.id ?? "");
              onChanged(undefined, after);
            }}
            write={{ name: t("review.merchant_write") }}
          />
        </li>
      )}
    </>
  );
}
