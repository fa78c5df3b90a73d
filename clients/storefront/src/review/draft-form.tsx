// The form in which a review is written and changed.

import { useState, type ReactNode } from "react";
import { fieldError } from "../form/field-error.ts";
import { Area, Field } from "../form/field.tsx";
import { fieldTexts } from "../form/texts.ts";
import { useSubmit } from "../form/use-submit.ts";
import { plural } from "../i18n/messages.ts";
import type { EditReview, OrderLine, OwnReview } from "../sdk.ts";
import { useText, useTexts } from "../shop/context.ts";
import { Stars } from "../ui/stars.tsx";
import type { ReviewAccess, ReviewedLine } from "./access.ts";
import { ReviewForm } from "./form.tsx";
import { PicturesField } from "./pictures-field.tsx";
import { reviewTexts } from "./texts.ts";
import { usePictures } from "./use-pictures.ts";

interface Props {
  /** Absent for one that is being written. */
  review?: OwnReview | undefined;
  subject: ReviewedLine["subject"];
  /** The line whose product or merchant is reviewed. */
  line: OrderLine;
  access: ReviewAccess;
  /** With the review as it was saved; without one if nothing was. */
  onClose: (saved?: OwnReview) => void;
}

export function DraftForm({ review, subject, line, access, onClose }: Props): ReactNode {
  const t = useTexts(reviewTexts);
  const f = useTexts(fieldTexts);
  const pictures = usePictures(review?.pictures ?? []);
  // Its text is saved before its pictures, which may be refused.
  const [saved, setSaved] = useState<OwnReview>();
  const submission = useSubmit(async (values) => {
    const known = saved ?? review;
    const draft = draftOf(values);
    const written = known ? await access.edit(known.id, draft) : await access.create({ line: line.id, subject }, draft);
    setSaved(written);
    onClose(await pictures.save(written, access));
  });
  const { failure } = submission;
  const isUnrated = failure?.fields.some((it) => it.pointer === "/rating");
  return (
    <ReviewForm submission={submission} action={review ? "review.save" : "review.send"} subject={subject} onCancel={() => onClose(saved)}>
      <StarChoice initial={review?.rating ?? 0} error={isUnrated ? t("review.rating_missing") : undefined} />
      <Field name="title" maxLength={120} label={t("review.headline")} defaultValue={review?.title} error={fieldError(failure, "/title", f)} />
      <Area
        name="text"
        rows={5}
        maxLength={5000}
        label={t("review.text")}
        hint={t("review.text_hint")}
        defaultValue={review?.text}
        error={fieldError(failure, "/text", f)}
      />
      <Field
        name="author_name"
        maxLength={60}
        autoComplete="off"
        label={t("review.name")}
        hint={t("review.name_hint")}
        defaultValue={review?.author_name}
        error={fieldError(failure, "/author_name", f)}
      />
      <PicturesField pictures={pictures} />
    </ReviewForm>
  );
}

/** What is empty is absent. */
function draftOf({ rating, title, text, author_name }: Record<string, string>): EditReview {
  return { rating: Number(rating ?? 0), ...(title && { title }), ...(text && { text }), ...(author_name && { author_name }) };
}

const STARS = [1, 2, 3, 4, 5];

function StarChoice({ initial, error }: { initial: number; error: string | undefined }): ReactNode {
  const t = useTexts(reviewTexts);
  const shop = useText();
  const [chosen, choose] = useState(initial);
  return (
    <fieldset aria-describedby={error && "stars-error"}>
      <legend className="mb-1.5 text-sm font-semibold">{t("review.rating")}</legend>
      <div className="flex">
        {STARS.map((stars) => (
          <label key={stars} className="star-choice">
            <input
              type="radio"
              name="rating"
              value={stars}
              checked={chosen === stars}
              aria-invalid={error ? true : undefined}
              className="sr-only"
              onChange={() => choose(stars)}
            />
            <Stars half={stars <= chosen ? 10 : 0} />
            <span className="sr-only">{plural(shop, "review.stars", stars)}</span>
          </label>
        ))}
      </div>
      {error && (
        <p id="stars-error" className="mt-1 text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
