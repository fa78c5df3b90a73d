// Reviews that the shopper wrote about the lines of an order, and those that can be written.

import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { useOwn } from "../account/use-own.ts";
import { formatDay } from "../format/date.ts";
import { fieldError } from "../form/field-error.ts";
import { Area } from "../form/field.tsx";
import { fieldTexts } from "../form/texts.ts";
import { useSubmit } from "../form/use-submit.ts";
import type { Order, OrderLine, OwnReview } from "../sdk.ts";
import { useShop, useText, useTexts } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { reasonText } from "../ui/review-summary.tsx";
import { Stars } from "../ui/stars.tsx";
import type { ReviewAccess } from "./access.ts";
import { DraftForm } from "./draft-form.tsx";
import { ReviewForm } from "./form.tsx";
import { reviewTexts } from "./texts.ts";

export interface OwnReviewsProps {
  order: Order;
  access: ReviewAccess;
}

export function OwnReviews({ order, access }: OwnReviewsProps): ReactNode {
  const t = useTexts(reviewTexts);
  const shop = useText();
  const own = useOwn(() => access.list(), [access]);
  const { value: reviews, failure } = own;
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
          {order.lines.map((line) => (
            <li key={line.id} className="py-5">
              <Line line={line} known={reviews.find((it) => it.order_line_id === line.id)} access={access} />
            </li>
          ))}
        </ul>
      )}
      {!reviews && !failure && <div className="skeleton mt-4 h-24" aria-hidden="true" />}
    </section>
  );
}

type Mode = "view" | "write" | "delete" | "appeal";

interface LineProps {
  line: OrderLine;
  known: OwnReview | undefined;
  access: ReviewAccess;
}

function Line({ line, known, access }: LineProps): ReactNode {
  const t = useTexts(reviewTexts);
  const [review, setReview] = useState(known);
  const [isDeleted, setDeleted] = useState(false);
  const [mode, setMode] = useState<Mode>("view");
  const title = [line.title, line.variant_title].filter(Boolean).join(" · ");
  const top = useFocusOnChange(mode);
  const saved = (next: OwnReview): void => {
    setReview(next);
    setMode("view");
  };
  const cancel = (): void => setMode("view");
  const removed = (): void => {
    setReview(undefined);
    setDeleted(true);
    setMode("view");
  };
  return (
    <div ref={top} tabIndex={-1} className="outline-none" data-line={line.id}>
      <h3 className="font-body text-base font-medium break-words">{title}</h3>
      {mode === "write" && (
        <div className="mt-4">
          <DraftForm
            review={review}
            send={(draft) => (review ? access.edit(review.id, draft) : access.create(line.id, draft))}
            onSaved={saved}
            onCancel={cancel}
          />
        </div>
      )}
      {mode !== "write" && review && <Written review={review} title={title} hasActions={mode === "view"} onMode={setMode} />}
      {mode === "delete" && review && <Deletion send={() => access.remove(review.id)} onDeleted={removed} onCancel={cancel} />}
      {mode === "appeal" && review && <Appeal send={(text) => access.appeal(review.id, text)} onSent={saved} onCancel={cancel} />}
      {isDeleted && (
        <p role="status" className="mt-1 text-muted">
          {t("review.deleted")}
        </p>
      )}
      {mode === "view" && !review && !isDeleted && (
        <button type="button" className="button button-quiet mt-3" aria-label={t("review.write_of", { title })} onClick={() => setMode("write")}>
          {t("review.write")}
        </button>
      )}
    </div>
  );
}

/** The focus follows what replaces the button that was pressed. */
function useFocusOnChange(mode: Mode): RefObject<HTMLDivElement | null> {
  const top = useRef<HTMLDivElement>(null);
  const last = useRef(mode);
  useEffect(() => {
    if (last.current === mode) return;
    last.current = mode;
    const field = mode === "view" ? null : top.current?.querySelector<HTMLElement>("input:checked, input, textarea");
    (field ?? top.current)?.focus();
  }, [mode]);
  return top;
}

interface WrittenProps {
  review: OwnReview;
  title: string;
  hasActions: boolean;
  onMode: (mode: Mode) => void;
}

function Written({ review, title, hasActions, onMode }: WrittenProps): ReactNode {
  const t = useTexts(reviewTexts);
  const shop = useText();
  const { store } = useShop();
  const canEdit = Date.parse(review.editable_until) > Date.now();
  const canAppeal = review.status === "rejected" && !review.appealed_at;
  return (
    <div className="mt-2 max-w-prose break-words" data-review={review.status}>
      <p>
        <Stars half={review.rating * 2} />
        <span className="sr-only">{shop("review.stars_of", { rating: review.rating })}</span>
      </p>
      {review.title && <p className="mt-1 font-semibold">{review.title}</p>}
      {review.text && <p className="mt-1 whitespace-pre-line">{review.text}</p>}
      {review.author_name && <p className="mt-1 text-sm text-muted">{review.author_name}</p>}
      <p role="status" className="mt-2 text-sm font-semibold">
        <Status review={review} />
      </p>
      {review.rejection_note && <p className="mt-1 whitespace-pre-line text-sm">{review.rejection_note}</p>}
      {review.answer && (
        <div className="mt-3 border-s-2 border-line ps-4">
          <p className="text-sm font-semibold">
            {shop("review.answer", { store: store.brand.name, date: formatDay(review.answer.edited_at ?? review.answer.answered_at, store.locale) })}
          </p>
          <p className="mt-1 whitespace-pre-line">{review.answer.text}</p>
        </div>
      )}
      {canEdit && <p className="mt-1 text-sm text-muted">{t("review.editable", { date: formatDay(review.editable_until, store.locale) })}</p>}
      {hasActions && (
        <p className="mt-2 flex flex-wrap gap-6">
          {canEdit && (
            <button type="button" className="link py-1" aria-label={t("review.edit_of", { title })} onClick={() => onMode("write")}>
              {t("review.edit")}
            </button>
          )}
          {canAppeal && (
            <button type="button" className="link py-1" aria-label={t("review.appeal_of", { title })} onClick={() => onMode("appeal")}>
              {t("review.appeal")}
            </button>
          )}
          <button type="button" className="link py-1" aria-label={t("review.delete_of", { title })} onClick={() => onMode("delete")}>
            {t("review.delete")}
          </button>
        </p>
      )}
    </div>
  );
}

function Status({ review: { status, appealed_at, rejection_reason = "other" } }: { review: OwnReview }): ReactNode {
  const t = useTexts(reviewTexts);
  const shop = useText();
  switch (status) {
    case "pending":
      return t(appealed_at ? "review.status_appealed" : "review.status_pending");
    case "published":
      return t("review.status_published");
    case "rejected":
      return t("review.status_rejected", { reason: reasonText(rejection_reason, shop) });
    // One that is newer than this shop is shown as it is.
    default:
      return status;
  }
}

interface DeletionProps {
  send: () => PromiseLike<void>;
  onDeleted: () => void;
  onCancel: () => void;
}

function Deletion({ send, onDeleted, onCancel }: DeletionProps): ReactNode {
  const t = useTexts(reviewTexts);
  const submission = useSubmit(async () => {
    await send();
    onDeleted();
  });
  return (
    <div className="mt-4">
      <ReviewForm submission={submission} action="review.delete_confirm" onCancel={onCancel}>
        <p>{t("review.delete_text")}</p>
      </ReviewForm>
    </div>
  );
}

interface AppealProps {
  send: (text: string) => PromiseLike<OwnReview>;
  onSent: (review: OwnReview) => void;
  onCancel: () => void;
}

function Appeal({ send, onSent, onCancel }: AppealProps): ReactNode {
  const t = useTexts(reviewTexts);
  const f = useTexts(fieldTexts);
  const submission = useSubmit(async ({ text = "" }) => onSent(await send(text)));
  return (
    <div className="mt-4">
      <ReviewForm submission={submission} action="review.send_appeal" onCancel={onCancel}>
        <Area name="text" required rows={4} maxLength={2000} label={t("review.appeal_text")} error={fieldError(submission.failure, "/text", f)} />
      </ReviewForm>
    </div>
  );
}
