// Signing in with a code from an e-mail instead of the password.

import { useState, type ReactNode } from "react";
import { Field } from "../form/field.tsx";
import { fieldError } from "../form/field-error.ts";
import { fieldTexts } from "../form/texts.ts";
import { useSubmit } from "../form/use-submit.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe, Unfilled } from "../shop/failure.ts";
import type { Storage } from "../shop/storage.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { AccountForm, EmailField } from "./form.tsx";
import { accountTexts } from "./texts.ts";

const KEY = "login-code";
const LIFETIME_MS = 10 * 60_000;

interface Asked {
  email: string;
  until: number;
}

/**
 * The address that a code was sent to, while it is good. Kept for all tabs: the link of the e-mail opens another one, and phones
 * forget a tab while the shopper reads the e-mail.
 */
export function askedCode(storage: Storage): string {
  const { email, until } = (storage.get(KEY) ?? {}) as Partial<Asked>;
  if (typeof email === "string" && typeof until === "number" && until > Date.now()) return email;
  storage.remove(KEY);
  return "";
}

interface Props {
  /** What was entered beside the password. */
  email: string;
  onPassword: () => void;
}

export function CodeLogin({ email, onPassword }: Props): ReactNode {
  const t = useTexts(accountTexts);
  const { storage } = useServices();
  const [sentTo, setSentTo] = useState(() => askedCode(storage));
  const leave = (): void => {
    storage.remove(KEY);
    setSentTo("");
  };
  return (
    <>
      {sentTo ? <EnterCode email={sentTo} /> : <AskCode email={email} onSent={setSentTo} />}
      <ul className="mt-8 grid justify-items-start gap-1">
        {sentTo && (
          <li>
            <button type="button" className="link py-1" onClick={leave}>
              {t("account.other_email")}
            </button>
          </li>
        )}
        <li>
          <button
            type="button"
            className="link py-1"
            onClick={() => {
              leave();
              onPassword();
            }}
          >
            {t("account.password_instead")}
          </button>
        </li>
      </ul>
    </>
  );
}

function useSend(): (email: string) => Promise<void> {
  const { api, storage } = useServices();
  return async (email) => {
    await api.requestLoginCode({ email });
    storage.set(KEY, { email, until: Date.now() + LIFETIME_MS } satisfies Asked);
  };
}

function AskCode({ email, onSent }: { email: string; onSent: (email: string) => void }): ReactNode {
  const t = useTexts(accountTexts);
  const send = useSend();
  const submission = useSubmit(async ({ email = "" }) => {
    await send(email);
    onSent(email);
  });
  return (
    <>
      <p className="mb-5 max-w-prose">{t("account.code_text")}</p>
      <AccountForm submission={submission} action="account.send_code">
        <EmailField failure={submission.failure} defaultValue={email} hasFocus />
      </AccountForm>
    </>
  );
}

function EnterCode({ email }: { email: string }): ReactNode {
  const t = useTexts(accountTexts);
  const f = useTexts(fieldTexts);
  const { api, session, storage } = useServices();
  const { cart } = useShop();
  const submission = useSubmit(async ({ code = "" }) => {
    // Not worth one of the few attempts.
    if (!/\d/.test(code)) throw new Unfilled("/code");
    await cart.signIn(
      (guest) => api.loginWithCode({ email, code, ...guest }),
      (begun) => {
        storage.remove(KEY);
        session.begin(begun);
      },
    );
  });
  return (
    <>
      <h2 className="text-2xl">{t("account.check_mail")}</h2>
      <p className="mt-2 mb-5 max-w-prose">{t("account.code_sent", { email })}</p>
      <AccountForm
        submission={submission}
        action="account.sign_in"
        refusals={{
          invalid_credentials: "account.code_wrong",
          too_many_attempts: "account.code_too_many",
          account_blocked: "account.blocked",
        }}
      >
        <Field
          name="code"
          required
          autoFocus
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={40}
          label={t("account.code")}
          hint={t("account.code_hint")}
          error={fieldError(submission.failure, "/code", f)}
        />
      </AccountForm>
      <SendAgain email={email} />
    </>
  );
}

function SendAgain({ email }: { email: string }): ReactNode {
  const t = useTexts(accountTexts);
  const shop = useText();
  const send = useSend();
  const [isSent, setSent] = useState(false);
  const { failure, onSubmit } = useSubmit(async () => {
    await send(email);
    setSent(true);
  });
  return (
    <form onSubmit={onSubmit} className="mt-8 max-w-prose">
      {failure && <ErrorNotice className="mb-3">{describe(failure, shop)}</ErrorNotice>}
      <button type="submit" className="link py-1">
        {t("account.code_again")}
      </button>
      <p role="status" className="mt-1 text-sm text-muted">
        {isSent && t("account.code_sent_again")}
      </p>
    </form>
  );
}
