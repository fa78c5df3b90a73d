// Behind the link of the letter that invites somebody to a tenant's staff.

import { useEffect, useRef, useState, type ReactNode } from "react";
import { Field } from "../form/field.tsx";
import { fieldTexts } from "../form/texts.ts";
import { useSubmit, type Submission } from "../form/use-submit.ts";
import { hasCode, type AcceptedInvitation } from "../sdk.ts";
import { useServices, useShop, useTexts } from "../shop/context.ts";
import { useLinkToken } from "../shop/link-token.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { Done, NewPassword, StaffForm } from "./form.tsx";
import { staffTexts } from "./texts.ts";

export function StaffInvitation(): ReactNode {
  const t = useTexts(staffTexts);
  const token = useLinkToken();
  return token ? <Invitation token={token} /> : <ErrorNotice>{t("staff.link_missing")}</ErrorNotice>;
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
    <StaffForm submission={known} action="staff.accept" badLink="staff.link_bad">
      <p className="text-lg">{t("staff.invited", { brand: brand.name })}</p>
    </StaffForm>
  );
}

function NewAccount({ submission }: { submission: Submission }): ReactNode {
  const t = useTexts(staffTexts);
  const f = useTexts(fieldTexts);
  const { failure } = submission;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const name = failure?.fields.find((it) => it.pointer === "/name");
  const nameError = name && (name.code === "required" ? f("field.required") : t("staff.name_wrong"));
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="text-2xl outline-none">
        {t("staff.account_title")}
      </h2>
      <p className="mt-2 mb-6 max-w-prose">{t("staff.account_text")}</p>
      <StaffForm submission={submission} action="staff.create" badLink="staff.link_bad">
        <Field name="name" required autoComplete="name" label={t("staff.name")} error={nameError} />
        <NewPassword failure={failure} label={f("field.password")} />
      </StaffForm>
    </>
  );
}

function Accepted({ email, is_new_account: isNew }: AcceptedInvitation): ReactNode {
  const t = useTexts(staffTexts);
  const { brand } = useShop().store;
  return (
    <Done title={t("staff.done", { brand: brand.name })} text={t("staff.done_text", { email })}>
      {!isNew && <p className="mt-2 text-muted">{t("staff.same_password")}</p>}
    </Done>
  );
}
