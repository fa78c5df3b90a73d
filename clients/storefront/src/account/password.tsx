import { useState, type ReactNode } from "react";
import { useSubmit } from "../form/use-submit.ts";
import { useServices, useTexts } from "../shop/context.ts";
import { useLinkToken } from "../shop/link-token.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { AccountForm, EmailField, NewPasswordField } from "./form.tsx";
import { Success } from "./sign-in.tsx";
import { accountTexts } from "./texts.ts";

export function ForgotPassword(): ReactNode {
  const t = useTexts(accountTexts);
  const { api } = useServices();
  const [sentTo, setSentTo] = useState("");
  const submission = useSubmit(async ({ email = "" }) => {
    await api.forgotPassword({ email });
    setSentTo(email);
  });
  if (sentTo) {
    return (
      <div role="status" className="max-w-prose">
        <h2 className="text-2xl">{t("account.check_mail")}</h2>
        <p className="mt-3 text-lg">{t("account.forgot_done", { email: sentTo })}</p>
      </div>
    );
  }
  return (
    <>
      <p className="mb-5 max-w-prose">{t("account.forgot_text")}</p>
      <AccountForm submission={submission} action="account.send_link">
        <EmailField failure={submission.failure} />
      </AccountForm>
    </>
  );
}

/** Behind the link of the e-mail. */
export function ResetPassword(): ReactNode {
  const t = useTexts(accountTexts);
  const { api, session } = useServices();
  const token = useLinkToken();
  const [isDone, setDone] = useState(false);
  const submission = useSubmit(async ({ password = "" }) => {
    await api.resetPassword({ token, password });
    // Every session ended with the old password.
    session.drop();
    setDone(true);
  });
  if (isDone) return <Success title={t("account.reset_done")} text={t("account.reset_done_text")} />;
  const isBad = submission.failure?.code === "invalid_token";
  return (
    <>
      {!token && <ErrorNotice>{t("account.link_missing")}</ErrorNotice>}
      {token && (
        <AccountForm submission={submission} action="account.save_password" refusals={{ invalid_token: "account.link_bad" }}>
          <NewPasswordField failure={submission.failure} label={t("account.new_password")} />
        </AccountForm>
      )}
      {(isBad || !token) && (
        <p className="mt-6">
          <a href="/account/forgot-password" className="link inline-block py-1">
            {t("account.new_link")}
          </a>
        </p>
      )}
    </>
  );
}
