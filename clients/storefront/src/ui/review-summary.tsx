import type { ReactNode } from "react";
import { useBody } from "../data/use-data.ts";
import { formatNumber } from "../format/number.ts";
import { formatAverage, halfStars } from "../format/rating.ts";
import { plural } from "../i18n/messages.ts";
import type { ShopKey } from "../i18n/shop.en.ts";
import type { ProductReviews, ReviewStatistics } from "../sdk.ts";
import { useShop, useText } from "../shop/context.ts";
import { STATISTICS } from "../shop/reviews.ts";
import { Stars } from "./stars.tsx";

interface Props {
  reviews: Pick<ProductReviews, "rating" | "histogram">;
  /** The number of stars that the list is filtered by, if it is. */
  chosen?: string;
  /** The URL of the list filtered by stars; of all without. */
  urlOf: (rating: string) => string;
}

/** The mean rating, and how many reviews have how many stars; each row leads to those. */
export function ReviewSummary({ reviews, chosen = "", urlOf }: Props): ReactNode {
  const t = useText();
  const { locale } = useShop().store;
  const { rating, histogram } = reviews;
  if (!rating) return null;
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="font-heading text-4xl tabular-nums" aria-hidden="true">
          {formatAverage(rating.average, locale)}
        </span>
        <span>
          <Stars half={halfStars(rating.average)} className="stars-large" />
          <span className="sr-only">{t("review.stars_of", { rating: formatAverage(rating.average, locale) })}</span>
          <span className="block text-sm text-muted">{plural(t, "review.count", rating.count)}</span>
        </span>
      </p>
      <ul className="mt-4 max-w-sm" aria-label={t("review.by_stars")}>
        {histogram.map((row) => (
          <Row key={row.rating} stars={row.rating} count={row.count} total={rating.count} chosen={chosen} urlOf={urlOf} />
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  stars: number;
  count: number;
  total: number;
  chosen: string;
  urlOf: (rating: string) => string;
}

function Row({ stars, count, total, chosen, urlOf }: RowProps): ReactNode {
  const t = useText();
  const { locale } = useShop().store;
  const isOn = chosen === String(stars);
  const url = urlOf(isOn ? "" : String(stars));
  const content = (
    <>
      <span className="shrink-0 basis-16">{plural(t, "review.stars", stars)}</span>
      <svg aria-hidden="true" className="bar" viewBox="0 0 100 1" preserveAspectRatio="none">
        <rect height="1" width={total === 0 ? 0 : (count * 100) / total} />
      </svg>
      <span className="w-10 shrink-0 text-end tabular-nums">{formatNumber(count, locale)}</span>
    </>
  );
  if (count === 0 && !isOn) return <li className="histogram-row text-muted">{content}</li>;
  return (
    <li>
      <a href={url} rel="nofollow" aria-current={isOn ? "true" : undefined} className="histogram-row">
        {content}
      </a>
    </li>
  );
}

/** How the store makes sure that reviews are genuine; with what became of all of them if `hasNumbers`. */
export function Verification({ text, hasNumbers = false }: { text: string; hasNumbers?: boolean }): ReactNode {
  const t = useText();
  return (
    <details className="mt-5 max-w-prose text-sm">
      <summary className="link w-fit py-1">{t("review.verification")}</summary>
      <p className="mt-2 text-muted">{text}</p>
      {hasNumbers && <Numbers />}
    </details>
  );
}

function Numbers(): ReactNode {
  const t = useText();
  const { locale } = useShop().store;
  const statistics = useBody<ReviewStatistics>(STATISTICS);
  if (!statistics) return null;
  const number = (value: number): string => formatNumber(value, locale);
  const rejected = statistics.rejected.map(({ reason, count }) => `${number(count)} × ${reasonText(reason, t)}`);
  return (
    <p className="mt-2 text-muted">
      {t("review.numbers", { published: number(statistics.published), pending: number(statistics.pending) })}{" "}
      {rejected.length > 0 && t("review.numbers_rejected", { reasons: rejected.join(", ") })}
    </p>
  );
}

export const REASONS = ["spam", "offensive", "personal_data", "off_topic", "illegal", "not_genuine", "other"] as const;

/** The text of a reason; one that is newer than this shop is "other". */
export function reasonText(reason: string, t: (key: ShopKey) => string): string {
  return t(`review.reason_${REASONS.find((it) => it === reason) ?? "other"}`);
}
