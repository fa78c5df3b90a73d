// Tells the store that a review should not be there.

import { useEffect, useRef, useState, type ReactNode } from "react";
import { fieldError } from "../form/field-error.ts";
import { Area, Choice } from "../form/field.tsx";
import { fieldTexts } from "../form/texts.ts";
import { useSubmit } from "../form/use-submit.ts";
import { useServices, useText, useTexts } from "../shop/context.ts";
import { Unfilled } from "../shop/failure.ts";
import { REASONS, reasonText } from "../ui/review-summary.tsx";
import { ReviewForm } from "./form.tsx";
import { reviewTexts } from "./texts.ts";

export interface ReportProps {
  /** Id of the review. */
  review: string;
  onCancel: () => void;
}

export function Report({ review, onCancel }: ReportProps): ReactNode {
  const t = useTexts(reviewTexts);
  const f = useTexts(fieldTexts);
  const shop = useText();
  const { api } = useServices();
  const [isSent, setSent] = useState(false);
  const submission = useSubmit(async ({ reason = "", details = "" }) => {
    if (!reason) throw new Unfilled("/reason");
    await api.reportReview({ review_id: review, reason, ...(details && { details }) });
    setSent(true);
  });
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = top;
    (isSent ? current : current?.querySelector("select"))?.focus();
  }, [isSent]);
  const { failure } = submission;
  return (
    <div ref={top} tabIndex={-1} className="mt-4 outline-none">
      {isSent ? (
        <p role="status" className="text-sm">
          {t("review.reported")}
        </p>
      ) : (
        <ReviewForm submission={submission} action="review.send_report" onCancel={onCancel}>
          <Choice name="reason" required label={t("review.report_reason")} error={fieldError(failure, "/reason", f)}>
            <option value="">{f("field.choose")}</option>
            {REASONS.map((it) => (
              <option key={it} value={it}>
                {reasonText(it, shop)}
              </option>
            ))}
          </Choice>
          <Area name="details" rows={3} maxLength={1000} label={t("review.report_details")} error={fieldError(failure, "/details", f)} />
        </ReviewForm>
      )}
    </div>
  );
}
