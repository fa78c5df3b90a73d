import { useState, type ReactNode } from "react";
import { formatDay } from "../format/date.ts";
import type { ReportProps } from "../review/report.tsx";
import type { MerchantReview, Review } from "../sdk.ts";
import { useShop, useText } from "../shop/context.ts";
import { CheckIcon } from "./icons.tsx";
import { lazy } from "./lazy.tsx";
import { ReviewPictures } from "./review-pictures.tsx";
import { Stars } from "./stars.tsx";

declare const __SERVER__: boolean;

const Report = lazy<ReportProps>(
  __SERVER__ ? undefined : async () => (await import("../review/report.tsx")).Report,
  () => <div className="skeleton mt-4 h-40 max-w-md" aria-hidden="true" />,
);

export function ReviewItems({ reviews }: { reviews: readonly (Review | MerchantReview)[] }): ReactNode {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {reviews.map((it) => (
        <li key={it.id} className="py-6">
          <ReviewItem review={it} />
        </li>
      ))}
    </ul>
  );
}

function ReviewItem({ review }: { review: Review | MerchantReview }): ReactNode {
  const t = useText();
  const { store, services } = useShop();
  const [isReporting, setReporting] = useState(false);
  const { rating, title, text, author_name: author = t("review.anonymous"), created_at, edited_at, pictures, answer } = review;
  const day = (time: string): string => formatDay(time, store.locale);
  const facts = [author, day(created_at), edited_at && t("review.edited", { date: day(edited_at) }), "variant_title" in review && review.variant_title].filter(Boolean);
  return (
    <article className="max-w-prose break-words" data-review={review.id}>
      <p>
        <Stars half={rating * 2} />
        <span className="sr-only">{t("review.stars_of", { rating })}</span>
      </p>
      {title && <h3 className="mt-1 font-body text-base font-semibold">{title}</h3>}
      {text && <p className="mt-1 whitespace-pre-line">{text}</p>}
      <ReviewPictures pictures={pictures} author={author} />
      <p className="mt-2 text-sm text-muted">{facts.join(" · ")}</p>
      <p className="flex items-center gap-1 text-sm text-muted">
        <CheckIcon /> {t("review.verified")}
      </p>
      {answer && (
        <div className="mt-4 border-s-2 border-line ps-4" data-answer="">
          <p className="text-sm font-semibold">{t("review.answer", { store: store.brand.name, date: day(answer.edited_at ?? answer.answered_at) })}</p>
          <p className="mt-1 whitespace-pre-line">{answer.text}</p>
        </div>
      )}
      {services && !isReporting && (
        <button
          type="button"
          className="link mt-2 py-1 text-sm text-muted"
          aria-label={t("review.report_of", { author, date: day(created_at) })}
          onClick={() => setReporting(true)}
        >
          {t("review.report")}
        </button>
      )}
      {isReporting && <Report review={review.id} onCancel={() => setReporting(false)} />}
    </article>
  );
}
