// What the forms about reviews have in common.

import type { ReactNode } from "react";
import { fieldTexts } from "../form/texts.ts";
import type { Submission } from "../form/use-submit.ts";
import { useText, useTexts } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { pictureRefusal } from "./picture-rules.ts";
import { reviewTexts, type ReviewKey } from "./texts.ts";

interface Props {
  submission: Submission;
  action: ReviewKey;
  /** What is reviewed, where that makes a difference. */
  subject?: "product" | "merchant";
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

function refusalOf(code: string, subject: "product" | "merchant"): ReviewKey | undefined {
  return code === "review_exists" && subject === "merchant" ? "review.refused_merchant_exists" : REFUSALS[code];
}

export function ReviewForm({ submission, action, subject = "product", onCancel, children }: Props): ReactNode {
  const t = useTexts(reviewTexts);
  const f = useTexts(fieldTexts);
  const shop = useText();
  const { form, failure, isRunning, onSubmit } = submission;
  const refusal = failure && refusalOf(failure.code, subject);
  // Then the reason is beside the field.
  const isMarked = failure && (failure.fields.length > 0 || pictureRefusal(failure.code) !== undefined);
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="grid max-w-lg gap-5">
      {failure && (
        <ErrorNotice>{refusal ? t(refusal) : isMarked ? f("form.check") : describe(failure, shop)}</ErrorNotice>
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
