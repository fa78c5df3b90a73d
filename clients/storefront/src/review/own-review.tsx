// One review of the shopper's own: written, changed, deleted and appealed for.

import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { formatDay } from "../format/date.ts";
import { fieldError } from "../form/field-error.ts";
import { Area } from "../form/field.tsx";
import { fieldTexts } from "../form/texts.ts";
import { useSubmit } from "../form/use-submit.ts";
import type { OrderLine, OwnReview } from "../sdk.ts";
import { useShop, useText, useTexts } from "../shop/context.ts";
import { ReviewPictures } from "../ui/review-pictures.tsx";
import { reasonText } from "../ui/review-summary.tsx";
import { Stars } from "../ui/stars.tsx";
import type { ReviewAccess, ReviewedLine } from "./access.ts";
import { DraftForm } from "./draft-form.tsx";
import { ReviewForm } from "./form.tsx";
import { reviewTexts } from "./texts.ts";

type Mode = "view" | "write" | "delete" | "appeal";

interface Props {
  /** What is reviewed. */
  title: string;
  /** Where others read about it, if there is such a page. */
  url?: string;
  subject: ReviewedLine["subject"];
  /** The line whose product or merchant is reviewed. */
  line: OrderLine;
  review: OwnReview | undefined;
  access: ReviewAccess;
  /** Without a review it was deleted. */
  onChanged: (review: OwnReview | undefined) => void;
  /** The button that begins a review, and what screen readers are told of it. */
  write: { name: string; label: string };
}

export function OwnReviewEntry({ title, url, subject, line, review, access, onChanged, write }: Props): ReactNode {
  const t = useTexts(reviewTexts);
  const [isDeleted, setDeleted] = useState(false);
  const [mode, setMode] = useState<Mode>("view");
  const top = useFocusOnChange(mode);
  const close = (saved?: OwnReview): void => {
    setMode("view");
    if (saved) onChanged(saved);
  };
  const cancel = (): void => setMode("view");
  const removed = (): void => {
    setDeleted(true);
    setMode("view");
    onChanged(undefined);
  };
  return (
    <div ref={top} tabIndex={-1} className="outline-none" data-subject={subject}>
      <h3 className="font-body text-base font-medium break-words">
        {url ? (
          <a href={url} className="link inline-block max-w-full py-0.5">
            {title}
          </a>
        ) : (
          title
        )}
      </h3>
      {mode === "write" && (
        <div className="mt-4">
          <DraftForm review={review} subject={subject} line={line} access={access} onClose={close} />
        </div>
      )}
      {mode !== "write" && review && <Written review={review} title={title} hasActions={mode === "view"} onMode={setMode} />}
      {mode === "delete" && review && (
        <Deletion subject={subject} send={() => access.remove(review.id)} onDeleted={removed} onCancel={cancel} />
      )}
      {mode === "appeal" && review && <Appeal send={(text) => access.appeal(review.id, text)} onSent={close} onCancel={cancel} />}
      {isDeleted && (
        <p role="status" className="mt-1 text-muted">
          {t("review.deleted")}
        </p>
      )}
      {mode === "view" && !review && !isDeleted && (
        <button type="button" className="button button-quiet mt-3" aria-label={write.label} onClick={() => setMode("write")}>
          {write.name}
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
      <ReviewPictures pictures={review.pictures} author={review.author_name ?? shop("review.anonymous")} />
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
  subject: ReviewedLine["subject"];
  send: () => PromiseLike<void>;
  onDeleted: () => void;
  onCancel: () => void;
}

function Deletion({ subject, send, onDeleted, onCancel }: DeletionProps): ReactNode {
  const t = useTexts(reviewTexts);
  const submission = useSubmit(async () => {
    await send();
    onDeleted();
  });
  return (
    <div className="mt-4">
      <ReviewForm submission={submission} action="review.delete_confirm" onCancel={onCancel}>
        <p>{t(subject === "merchant" ? "review.delete_merchant_text" : "review.delete_text")}</p>
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
