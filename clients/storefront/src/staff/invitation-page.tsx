// Behind the link of the letter that invites somebody to a tenant's staff.

import { useEffect, useRef, useState, type ReactNode } from "react";
import { Field } from "../form/field.tsx";
import { fieldTexts } from "../form/texts.ts";
import { useSubmit, type Submission } from "../form/use-submit.ts";
import { hasCode, type AcceptedInvitation } from "../sdk.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe, type Failure } from "../shop/failure.ts";
import { param } from "../shop/query.ts";
import { href } from "../shop/route.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { staffTexts, type StaffKey } from "./texts.ts";

export function StaffInvitationPage(): ReactNode {
  const shop = useText();
  const t = useTexts(staffTexts);
  const token = useLinkToken();
  return (
    <div className="wrap min-h-[60vh] py-10 lg:py-16">
      <h1 tabIndex={-1} className="text-heading">
        {shop("staff.invitation.title")}
      </h1>
      <div className="mt-8">{token ? <Invitation token={token} /> : <ErrorNotice>{t("staff.link_missing")}</ErrorNotice>}</div>
    </div>
  );
}

/** The link's token, which leaves the address bar: neither history nor a shared screen keeps it. */
function useLinkToken(): string {
  const { location, navigate } = useShop();
  const [token] = useState(() => param(location.query, "token", /^[\w.-]{1,128}$/));
  useEffect(() => navigate(href({ page: "staff_invitation" }), { replace: true }), [navigate]);
  return token;
}

/** Nothing is accepted by opening the link, as programs that check e-mails do: only by the button. */
function Invitation({ token }: { token: string }): ReactNode {
  const t = useTexts(staffTexts);
  const { api } = useServices();
  const { brand } = useShop().store;
  const [isNew, setNew] = useState(false);
  const [accepted, setAccepted] = useState<AcceptedInvitation>();
  const known = useSubmit(async () => {
    try {
      setAccepted(await api.acceptInvitation({ token }));
    } catch (error) {
      if (!hasCode(error, "account_needed")) throw error;
      setNew(true);
    }
  });
  const created = useSubmit(async ({ name, password }) => {
    // What is empty is absent: the API says then that it is required.
    setAccepted(await api.acceptInvitation({ token, ...(name && { name }), ...(password && { password }) }));
  });
  if (accepted) return <Accepted {...accepted} />;
  if (isNew) return <NewAccount submission={created} />;
  return (
    <Form submission={known} action="staff.accept">
      <p className="text-lg">{t("staff.invited", { brand: brand.name })}</p>
    </Form>
  );
}

function NewAccount({ submission }: { submission: Submission }): ReactNode {
  const t = useTexts(staffTexts);
  const f = useTexts(fieldTexts);
  const { failure } = submission;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const error = (field: "name" | "password"): string | undefined => {
    const code = failure?.fields.find((it) => it.pointer === `/${field}`)?.code;
    if (code === undefined) return undefined;
    return code === "required" ? f("field.required") : t(`staff.${field}_wrong`);
  };
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="text-2xl outline-none">
        {t("staff.account_title")}
      </h2>
      <p className="mt-2 mb-6 max-w-prose">{t("staff.account_text")}</p>
      <Form submission={submission} action="staff.create">
        <Field name="name" required autoComplete="name" label={t("staff.name")} error={error("name")} />
        <Field
          name="password"
          type="password"
          required
          minLength={15}
          autoComplete="new-password"
          label={f("field.password")}
          hint={t("staff.password_hint")}
          error={error("password")}
        />
      </Form>
    </>
  );
}

function Accepted({ email, is_new_account: isNew }: AcceptedInvitation): ReactNode {
  const t = useTexts(staffTexts);
  const { brand } = useShop().store;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div role="status" className="max-w-prose break-words">
      <h2 ref={heading} tabIndex={-1} className="text-2xl outline-none">
        {t("staff.done", { brand: brand.name })}
      </h2>
      <p className="mt-3 text-lg">{t("staff.done_text", { email })}</p>
      {!isNew && <p className="mt-2 text-muted">{t("staff.same_password")}</p>}
    </div>
  );
}

interface FormProps {
  submission: Submission;
  action: StaffKey;
  children: ReactNode;
}

function Form({ submission, action, children }: FormProps): ReactNode {
  const t = useTexts(staffTexts);
  const { form, failure, isRunning, onSubmit } = submission;
  if (failure?.code === "invalid_token") return <ErrorNotice className="max-w-prose">{t("staff.link_bad")}</ErrorNotice>;
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
