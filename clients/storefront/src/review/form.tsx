// What the forms about reviews have in common.

import type { ReactNode } from "react";
import { fieldTexts } from "../form/texts.ts";
import type { Submission } from "../form/use-submit.ts";
import { useText, useTexts } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { reviewTexts, type ReviewKey } from "./texts.ts";

interface Props {
  submission: Submission;
  action: ReviewKey;
  onCancel: () => void;
  children: ReactNode;
}

/** Refusals that have a text of their own, by their code. */
const REFUSALS: Readonly<Record<string, ReviewKey>> = {
  review_exists: "review.refused_exists",
  review_edit_window_over: "review.refused_edit",
  review_of_own_goods: "review.refused_own_goods",
  review_appealed: "review.refused_appealed",
  review_wrong_status: "review.refused_status",
  order_not_paid: "review.refused_not_paid",
};

export function ReviewForm({ submission, action, onCancel, children }: Props): ReactNode {
  const t = useTexts(reviewTexts);
  const f = useTexts(fieldTexts);
  const shop = useText();
  const { form, failure, isRunning, onSubmit } = submission;
  const refusal = failure && REFUSALS[failure.code];
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="grid max-w-lg gap-5">
      {failure && (
        <ErrorNotice>{refusal ? t(refusal) : failure.fields.length > 0 ? f("form.check") : describe(failure, shop)}</ErrorNotice>
      )}
      {children}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <button type="submit" className="button" aria-disabled={isRunning}>
          {isRunning ? t("review.working") : t(action)}
        </button>
        <button type="button" className="link py-1" onClick={onCancel}>
          {t("review.cancel")}
        </button>
      </div>
    </form>
  );
}
