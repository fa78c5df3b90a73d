// What all forms of the account have in common.

import type { ReactNode } from "react";
import { Field } from "../form/field.tsx";
import { fieldError } from "../form/field-error.ts";
import { fieldTexts } from "../form/texts.ts";
import type { Submission } from "../form/use-submit.ts";
import { useText, useTexts } from "../shop/context.ts";
import { describe, type Failure } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { accountTexts, type AccountKey } from "./texts.ts";

interface Props {
  submission: Submission;
  action: AccountKey;
  children: ReactNode;
  /** Texts for refusals that have a code of their own. */
  refusals?: Readonly<Record<string, AccountKey>>;
  isQuiet?: boolean;
}

export function AccountForm({ submission, action, children, refusals = {}, isQuiet = false }: Props): ReactNode {
  const t = useTexts(accountTexts);
  const { form, failure, isRunning, onSubmit } = submission;
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="grid max-w-md gap-5">
      {failure && <FormFailure failure={failure} refusals={refusals} />}
      {children}
      <button type="submit" className={`button ${isQuiet ? "button-quiet" : ""}`} aria-disabled={isRunning}>
        {isRunning ? t("account.working") : t(action)}
      </button>
    </form>
  );
}

function FormFailure({ failure, refusals }: { failure: Failure; refusals: Readonly<Record<string, AccountKey>> }): ReactNode {
  const t = useTexts(accountTexts);
  const f = useTexts(fieldTexts);
  const shop = useText();
  const known = refusals[failure.code];
  const text = known ? t(known) : failure.fields.length > 0 ? f("form.check") : describe(failure, shop);
  return <ErrorNotice>{text}</ErrorNotice>;
}

interface FieldProps {
  failure: Failure | undefined;
  name?: string;
  label?: string;
  defaultValue?: string;
}

export function EmailField({ failure, defaultValue, hasFocus = false }: FieldProps & { hasFocus?: boolean }): ReactNode {
  const f = useTexts(fieldTexts);
  return (
    <Field
      name="email"
      type="email"
      required
      autoComplete="email"
      autoFocus={hasFocus}
      label={f("field.email")}
      defaultValue={defaultValue}
      error={fieldError(failure, "/email", f)}
    />
  );
}

/** The password that there is. */
export function PasswordField({ failure, name = "password", label }: FieldProps): ReactNode {
  const t = useTexts(accountTexts);
  const f = useTexts(fieldTexts);
  const isWrong = failure?.code === "wrong_password";
  return (
    <Field
      name={name}
      type="password"
      required
      autoComplete="current-password"
      label={label ?? f("field.password")}
      error={isWrong ? t("account.password_wrong") : fieldError(failure, `/${name}`, f)}
    />
  );
}

/** A password that is being chosen. */
export function NewPasswordField({ failure, label }: FieldProps): ReactNode {
  const t = useTexts(accountTexts);
  const f = useTexts(fieldTexts);
  const isRefused = fieldError(failure, "/password", f) !== undefined;
  return (
    <Field
      name="password"
      type="password"
      required
      minLength={10}
      autoComplete="new-password"
      label={label ?? f("field.password")}
      hint={t("account.password_hint")}
      error={isRefused ? t("account.password_weak") : undefined}
    />
  );
}

export function NameFields({ failure, first = "", last = "" }: { failure: Failure | undefined; first?: string; last?: string }): ReactNode {
  const f = useTexts(fieldTexts);
  return (
    <>
      <Field
        name="first_name"
        required
        autoComplete="given-name"
        label={f("field.first_name")}
        defaultValue={first}
        error={fieldError(failure, "/first_name", f)}
      />
      <Field
        name="last_name"
        autoComplete="family-name"
        label={f("field.last_name")}
        defaultValue={last}
        error={fieldError(failure, "/last_name", f)}
      />
    </>
  );
}
