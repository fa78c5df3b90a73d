import { useState, type ReactNode } from "react";
import { useSubmit } from "../form/use-submit.ts";
import type { Account } from "../sdk.ts";
import { useServices, useShop, useTexts } from "../shop/context.ts";
import { ChangeEmail } from "./email.tsx";
import { Export } from "./export.tsx";
import { AccountForm, NameFields, NewPasswordField, PasswordField } from "./form.tsx";
import { ChoosePassword } from "./methods.tsx";
import { socialTexts } from "./social-texts.ts";
import { accountTexts, type AccountKey } from "./texts.ts";
import { useOwn } from "./use-own.ts";
import { Waiting } from "./waiting.tsx";

export function Profile(): ReactNode {
  const { api } = useServices();
  const own = useOwn(() => Promise.all([api.getAccount(), api.listIdentities()]), [api]);
  if (!own.value) return <Waiting own={own} />;
  const [account, { has_password: hasPassword }] = own.value;
  return (
    <div className="grid gap-14">
      <Name account={account} />
      {hasPassword ? (
        <>
          <Email />
          <Password />
        </>
      ) : (
        <NoPassword />
      )}
      <Download />
      {hasPassword && <Delete />}
    </div>
  );
}

function Section({ title, done, children }: { title: AccountKey; done: string; children: ReactNode }): ReactNode {
  const t = useTexts(accountTexts);
  return (
    <section aria-label={t(title)}>
      <h2 className="mb-4 text-2xl">{t(title)}</h2>
      {children}
      <p role="status" className="mt-3">
        {done}
      </p>
    </section>
  );
}

function Name({ account }: { account: Account }): ReactNode {
  const t = useTexts(accountTexts);
  const { api } = useServices();
  const [done, setDone] = useState("");
  const submission = useSubmit(async ({ first_name = "", last_name = "" }) => {
    setDone("");
    await api.updateAccount({ first_name, last_name });
    setDone(t("account.saved"));
  });
  return (
    <Section title="account.name" done={done}>
      <p className="mb-4 text-muted">{account.email}</p>
      <AccountForm submission={submission} action="account.save" isQuiet>
        <NameFields failure={submission.failure} first={account.first_name} last={account.last_name} />
      </AccountForm>
    </Section>
  );
}

function Email(): ReactNode {
  const [done, setDone] = useState("");
  return (
    <Section title="account.change_email" done={done}>
      <ChangeEmail onSent={setDone} />
    </Section>
  );
}

function Password(): ReactNode {
  const t = useTexts(accountTexts);
  const { api } = useServices();
  const [done, setDone] = useState("");
  const submission = useSubmit(async ({ current_password = "", password = "" }) => {
    setDone("");
    await api.changePassword({ current_password, password });
    submission.form.current?.reset();
    setDone(t("account.password_changed"));
  });
  return (
    <Section title="account.change_password" done={done}>
      <AccountForm
        submission={submission}
        action="account.change_password"
        refusals={{ wrong_password: "account.password_wrong", too_many_attempts: "account.too_many" }}
        isQuiet
      >
        <PasswordField failure={submission.failure} name="current_password" label={t("account.current_password")} />
        <NewPasswordField failure={submission.failure} label={t("account.new_password")} />
      </AccountForm>
    </Section>
  );
}

/** Instead of what asks for the password of the account. */
function NoPassword(): ReactNode {
  const s = useTexts(socialTexts);
  return (
    <section aria-label={s("social.password")}>
      <h2 className="mb-4 text-2xl">{s("social.password")}</h2>
      <p className="mb-4 max-w-prose">{s("social.password_needed")}</p>
      <ChoosePassword />
    </section>
  );
}

function Download(): ReactNode {
  const [done, setDone] = useState("");
  return (
    <Section title="account.export" done={done}>
      <Export onDone={setDone} />
    </Section>
  );
}

function Delete(): ReactNode {
  const t = useTexts(accountTexts);
  const { api, session } = useServices();
  const { navigate } = useShop();
  const submission = useSubmit(async ({ password = "" }) => {
    await api.deleteAccount({ password });
    session.drop();
    navigate("/");
  });
  return (
    <Section title="account.delete" done="">
      <p className="mb-4 max-w-prose">{t("account.delete_text")}</p>
      <AccountForm
        submission={submission}
        action="account.delete_confirm"
        refusals={{ wrong_password: "account.password_wrong", too_many_attempts: "account.too_many" }}
        isQuiet
      >
        <PasswordField failure={submission.failure} />
      </AccountForm>
    </Section>
  );
}
