// Another e-mail address for the account: asked for, confirmed, and taken back.

import { useState, type ReactNode } from "react";
import { useSubmit } from "../form/use-submit.ts";
import { useServices, useTexts } from "../shop/context.ts";
import { useLinkToken } from "../shop/link-token.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { AccountForm, EmailField, PasswordField } from "./form.tsx";
import { Success } from "./sign-in.tsx";
import { accountTexts, type AccountKey } from "./texts.ts";

export function ChangeEmail({ onSent }: { onSent: (text: string) => void }): ReactNode {
  const t = useTexts(accountTexts);
  const { api } = useServices();
  const submission = useSubmit(async ({ email = "", password = "" }) => {
    onSent("");
    await api.changeEmail({ email, password });
    submission.form.current?.reset();
    onSent(t("account.email_sent", { email }));
  });
  return (
    <AccountForm
      submission={submission}
      action="account.change_email"
      refusals={{
        wrong_password: "account.password_wrong",
        too_many_attempts: "account.too_many",
        email_unchanged: "account.email_unchanged",
      }}
      isQuiet
    >
      <EmailField failure={submission.failure} />
      <PasswordField failure={submission.failure} />
    </AccountForm>
  );
}

/** Behind the link that the new address was sent. A button, so that programs which look at links change nothing. */
export function ConfirmEmail(): ReactNode {
  const { api } = useServices();
  return (
    <Link
      text="account.confirm_email_text"
      action="account.verify"
      done={["account.email_changed", "account.email_changed_text"]}
      follow={(token) => api.confirmEmailChange({ token })}
    />
  );
}

/** Behind the link that the old address was sent. */
export function UndoEmail(): ReactNode {
  const { api, session } = useServices();
  return (
    <Link
      text="account.undo_email_text"
      action="account.undo_email"
      done={["account.email_undone", "account.email_undone_text"]}
      follow={async (token) => {
        await api.undoEmailChange({ token });
        // Every session ended with the change.
        session.drop();
      }}
    />
  );
}

interface LinkProps {
  text: AccountKey;
  action: AccountKey;
  done: readonly [title: AccountKey, text: AccountKey];
  follow: (token: string) => Promise<void>;
}

function Link({ text, action, done, follow }: LinkProps): ReactNode {
  const t = useTexts(accountTexts);
  const token = useLinkToken();
  const [isDone, setDone] = useState(false);
  const submission = useSubmit(async () => {
    await follow(token);
    setDone(true);
  });
  if (isDone) return <Success title={t(done[0])} text={t(done[1])} />;
  if (!token) return <ErrorNotice>{t("account.link_missing")}</ErrorNotice>;
  return (
    <AccountForm submission={submission} action={action} refusals={{ invalid_token: "account.link_bad" }}>
      <p className="max-w-prose">{t(text)}</p>
    </AccountForm>
  );
}
