import type { ReactNode } from "react";
import { formatNumber } from "../format/number.ts";
import { formatAverage, halfStars } from "../format/rating.ts";
import { plural } from "../i18n/messages.ts";
import type { Rating } from "../sdk.ts";
import { useShop, useText } from "../shop/context.ts";

/** Five stars, filled by halves. What they show is written beside them. */
export function Stars({ half, className = "" }: { half: number; className?: string }): ReactNode {
  return <span aria-hidden="true" className={`stars ${className}`} data-half={half} />;
}

/** The mean of a product's reviews and their number. */
export function RatingLine({ rating, className = "" }: { rating: Rating; className?: string }): ReactNode {
  const t = useText();
  const { locale } = useShop().store;
  const average = formatAverage(rating.average, locale);
  return (
    <span className={`flex w-fit items-center gap-1.5 text-sm ${className}`} data-rating={rating.average}>
      <Stars half={halfStars(rating.average)} />
      <span aria-hidden="true" className="text-muted tabular-nums">
        {average} ({formatNumber(rating.count, locale)})
      </span>
      <span className="sr-only">
        {t("review.stars_of", { rating: average })}, {plural(t, "review.count", rating.count)}
      </span>
    </span>
  );
}
