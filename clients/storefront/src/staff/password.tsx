// A new password for a staff member who forgot theirs: the link is asked for, and followed.

import { useEffect, useState, type ReactNode } from "react";
import { Field } from "../form/field.tsx";
import { fieldError } from "../form/field-error.ts";
import { fieldTexts } from "../form/texts.ts";
import { useSubmit } from "../form/use-submit.ts";
import { useServices, useShop, useTexts } from "../shop/context.ts";
import { fragmentToken } from "../shop/link-token.ts";
import { href } from "../shop/route.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { Done, NewPassword, StaffForm } from "./form.tsx";
import { staffTexts } from "./texts.ts";

export function StaffForgotPassword(): ReactNode {
  const t = useTexts(staffTexts);
  const f = useTexts(fieldTexts);
  const { api } = useServices();
  const { brand } = useShop().store;
  const [sentTo, setSentTo] = useState("");
  const submission = useSubmit(async ({ email = "" }) => {
    await api.forgotStaffPassword({ email });
    setSentTo(email);
  });
  if (sentTo) return <Done title={t("staff.check_mail")} text={t("staff.forgot_done", { email: sentTo, brand: brand.name })} />;
  return (
    <StaffForm submission={submission} action="staff.send_link">
      <p className="text-lg">{t("staff.forgot_text", { brand: brand.name })}</p>
      <Field
        name="email"
        type="email"
        required
        autoComplete="username"
        label={f("field.email")}
        error={fieldError(submission.failure, "/email", f)}
      />
    </StaffForm>
  );
}

export function StaffResetPassword(): ReactNode {
  const t = useTexts(staffTexts);
  const { token, opening } = useFragment();
  if (token) return <Reset key={opening} token={token} />;
  return (
    <>
      <ErrorNotice className="max-w-prose">{t("staff.reset_link_missing")}</ErrorNotice>
      <NewLink />
    </>
  );
}

/** The link's token, which leaves the address bar. Another link can be opened in the same tab: no page is loaded then. */
function useFragment(): { token: string; opening: number } {
  const { navigate } = useShop();
  const [link, setLink] = useState(() => ({ token: fragmentToken(), opening: 0 }));
  useEffect(() => {
    const leave = (): void => navigate(href({ page: "staff", view: "reset-password" }), { replace: true });
    const onHash = (): void => {
      const token = fragmentToken();
      if (!token) return;
      setLink((last) => ({ token, opening: last.opening + 1 }));
      leave();
    };
    leave();
    window.addEventListener("hashchange", onHash);
    return () => window.removeEventListener("hashchange", onHash);
  }, [navigate]);
  return link;
}

function Reset({ token }: { token: string }): ReactNode {
  const t = useTexts(staffTexts);
  const { api } = useServices();
  const { brand } = useShop().store;
  const [isDone, setDone] = useState(false);
  const submission = useSubmit(async ({ password = "" }) => {
    await api.resetStaffPassword({ token, password });
    setDone(true);
  });
  if (isDone) return <Done title={t("staff.reset_done")} text={t("staff.reset_done_text")} />;
  return (
    <>
      <StaffForm submission={submission} action="staff.save_password" badLink="staff.reset_link_bad">
        <p className="text-lg">{t("staff.reset_text", { brand: brand.name })}</p>
        <NewPassword failure={submission.failure} label={t("staff.new_password")} />
      </StaffForm>
      {submission.failure?.code === "invalid_token" && <NewLink />}
    </>
  );
}

function NewLink(): ReactNode {
  const t = useTexts(staffTexts);
  return (
    <p className="mt-6">
      <a href={href({ page: "staff", view: "forgot-password" })} className="link inline-block py-1">
        {t("staff.new_link")}
      </a>
    </p>
  );
}
