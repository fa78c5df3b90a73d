// What the pages for staff have in common.

import { useEffect, useRef, type ReactNode } from "react";
import { Field } from "../form/field.tsx";
import { fieldTexts } from "../form/texts.ts";
import type { Submission } from "../form/use-submit.ts";
import { useText, useTexts } from "../shop/context.ts";
import { describe, type Failure } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { staffTexts, type StaffKey } from "./texts.ts";

interface FormProps {
  submission: Submission;
  action: StaffKey;
  /** What takes the form's place when its link is no longer good. */
  badLink?: StaffKey;
  children: ReactNode;
}

export function StaffForm({ submission, action, badLink, children }: FormProps): ReactNode {
  const t = useTexts(staffTexts);
  const { form, failure, isRunning, onSubmit } = submission;
  if (badLink && failure?.code === "invalid_token") return <ErrorNotice className="max-w-prose">{t(badLink)}</ErrorNotice>;
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="grid max-w-md gap-5">
      {failure && <Refusal failure={failure} />}
      {children}
      <button type="submit" className="button" aria-disabled={isRunning}>
        {isRunning ? t("staff.working") : t(action)}
      </button>
    </form>
  );
}

function Refusal({ failure }: { failure: Failure }): ReactNode {
  const f = useTexts(fieldTexts);
  const shop = useText();
  return <ErrorNotice>{failure.fields.length > 0 ? f("form.check") : describe(failure, shop)}</ErrorNotice>;
}

/** A password that is being chosen: a longer one than shoppers need. */
export function NewPassword({ failure, label }: { failure: Failure | undefined; label: string }): ReactNode {
  const t = useTexts(staffTexts);
  const f = useTexts(fieldTexts);
  const wrong = failure?.fields.find((it) => it.pointer === "/password");
  return (
    <Field
      name="password"
      type="password"
      required
      minLength={15}
      autoComplete="new-password"
      label={label}
      hint={t("staff.password_hint")}
      error={wrong && (wrong.code === "required" ? f("field.required") : t("staff.password_wrong"))}
    />
  );
}

interface DoneProps {
  title: string;
  text: string;
  children?: ReactNode;
}

/** Takes the place of a form, and the focus. */
export function Done({ title, text, children }: DoneProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div role="status" className="max-w-prose break-words">
      <h2 ref={heading} tabIndex={-1} className="text-2xl outline-none">
        {title}
      </h2>
      <p className="mt-3 text-lg">{text}</p>
      {children}
    </div>
  );
}
