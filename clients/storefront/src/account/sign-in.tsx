import { useState, type ReactNode } from "react";
import { useSubmit } from "../form/use-submit.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { Unfilled } from "../shop/failure.ts";
import { useLinkToken } from "../shop/link-token.ts";
import type { Storage } from "../shop/storage.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { askedCode, CodeLogin } from "./code.tsx";
import { AskedConsents, consentsOf } from "./consents.tsx";
import { AccountForm, EmailField, NameFields, NewPasswordField, PasswordField } from "./form.tsx";
import { LinkNotice, Providers } from "./providers.tsx";
import { termsOf, termsVersion } from "./terms.ts";
import { accountTexts } from "./texts.ts";
import { isLinkable, tripOf, type Trip } from "./trip.ts";
import { useOwn } from "./use-own.ts";

/** `returnTo` is for sign-ins that leave the shop; the others show the page that was asked for. */
export function Login({ returnTo }: { returnTo?: string | undefined }): ReactNode {
  const { storage, tab } = useServices();
  const [toLink, setToLink] = useState(() => waitingTrip(tab));
  const [hasCode, setHasCode] = useState(() => askedCode(storage) !== "");
  const [email, setEmail] = useState("");
  return (
    <div className="grid items-start gap-x-20 gap-y-12 lg:grid-cols-[minmax(0,28rem)_minmax(0,26rem)]">
      <div>
        {toLink && <LinkNotice trip={toLink} onCancel={() => setToLink(undefined)} />}
        {hasCode ? (
          <CodeLogin email={email} onPassword={() => setHasCode(false)} />
        ) : (
          <PasswordLogin
            onCode={(entered) => {
              setEmail(entered);
              setHasCode(true);
            }}
          />
        )}
        {!toLink && <Providers returnTo={returnTo} />}
      </div>
      <NewHere />
    </div>
  );
}

function NewHere(): ReactNode {
  const t = useTexts(accountTexts);
  const shop = useText();
  return (
    <section aria-labelledby="new-here" className="panel">
      <h2 id="new-here" className="text-xl">
        {t("account.new_here")}
      </h2>
      <p className="mt-2">{t("account.new_here_text")}</p>
      <a href="/account/signup" className="button button-quiet mt-5">
        {t("account.sign_up")}
      </a>
      <h2 className="mt-8 text-xl">{t("account.guest")}</h2>
      <p className="mt-2">{t("account.guest_text")}</p>
      <a href="/find-order" className="link mt-2 inline-block py-1">
        {shop("find_order.title")}
      </a>
    </section>
  );
}

function waitingTrip(tab: Storage): Trip | undefined {
  const trip = tripOf(tab);
  return isLinkable(trip, Date.now()) ? trip : undefined;
}

function PasswordLogin({ onCode }: { onCode: (email: string) => void }): ReactNode {
  const t = useTexts(accountTexts);
  const { api, session } = useServices();
  const { cart } = useShop();
  // The page shows what was asked for once the session has begun.
  const submission = useSubmit(({ email = "", password = "" }) =>
    cart.signIn((guest) => api.login({ email, password, ...guest }), session.begin),
  );
  const { form } = submission;
  return (
    <>
      <AccountForm
        submission={submission}
        action="account.sign_in"
        refusals={{
          invalid_credentials: "account.wrong",
          too_many_attempts: "account.too_many",
          account_blocked: "account.blocked",
        }}
      >
        <EmailField failure={submission.failure} />
        <PasswordField failure={submission.failure} />
      </AccountForm>
      <ul className="mt-8 grid justify-items-start gap-1">
        <li>
          <button
            type="button"
            className="link py-1"
            onClick={() => onCode(form.current?.querySelector<HTMLInputElement>("[name=email]")?.value.trim() ?? "")}
          >
            {t("account.code_instead")}
          </button>
        </li>
        <li>
          <a href="/account/forgot-password" className="link inline-block py-1">
            {t("account.forgot")}
          </a>
        </li>
      </ul>
    </>
  );
}

export function SignUp(): ReactNode {
  const t = useTexts(accountTexts);
  const { api } = useServices();
  const { store } = useShop();
  const [sentTo, setSentTo] = useState("");
  const terms = termsOf(store);
  // From now on: what is accepted is what the shopper could read.
  const version = useOwn(async () => terms && termsVersion(api, terms, store), [api]);
  const submission = useSubmit(async (values) => {
    const { email = "", password = "", first_name = "", last_name = "" } = values;
    // The API takes a sign-up without them: whether they are needed is for the store to say, by having some.
    if (terms && !("terms" in values)) throw new Unfilled("/terms_version");
    const terms_version = terms && (version.value ?? (await termsVersion(api, terms, store)));
    const consents = { ...(terms_version && { terms_version }), ...consentsOf(values) };
    await api.signUp({ email, password, first_name, ...(last_name && { last_name }), ...consents });
    setSentTo(email);
  });
  const { failure } = submission;
  if (sentTo) return <MailSent email={sentTo} />;
  return (
    <>
      <AccountForm submission={submission} action="account.sign_up">
        <NameFields failure={failure} />
        <EmailField failure={failure} />
        <NewPasswordField failure={failure} />
        <AskedConsents terms={terms} isTermsMissing={failure?.fields.some((it) => it.pointer === "/terms_version") ?? false} />
      </AccountForm>
      <p className="mt-8">
        <a href="/account/login" className="link inline-block py-1">
          {t("account.has_account")}
        </a>
      </p>
      <Providers />
    </>
  );
}

function MailSent({ email }: { email: string }): ReactNode {
  const t = useTexts(accountTexts);
  const { api } = useServices();
  const [isResent, setResent] = useState(false);
  const { onSubmit } = useSubmit(async () => {
    await api.resendVerification({ email });
    setResent(true);
  });
  return (
    <form onSubmit={onSubmit} className="max-w-prose">
      <h2 className="text-2xl">{t("account.check_mail")}</h2>
      <p role="status" className="mt-3 text-lg">
        {isResent ? t("account.resent") : t("account.signup_done", { email })}
      </p>
      {!isResent && (
        <button type="submit" className="link mt-6 py-1">
          {t("account.resend")}
        </button>
      )}
    </form>
  );
}

/** Behind the link of the e-mail. Anybody can sign up with any address, so the password is asked for. */
export function VerifyEmail(): ReactNode {
  const t = useTexts(accountTexts);
  const { api } = useServices();
  const token = useLinkToken();
  const [isDone, setDone] = useState(false);
  const submission = useSubmit(async ({ password = "" }) => {
    await api.verifyEmail({ token, password });
    setDone(true);
  });
  if (isDone) return <Success title={t("account.verified")} text={t("account.verified_text")} />;
  if (!token) return <ErrorNotice>{t("account.link_missing")}</ErrorNotice>;
  return (
    <>
      <p className="mb-5 max-w-prose">{t("account.verify_text")}</p>
      <AccountForm
        submission={submission}
        action="account.verify"
        refusals={{ invalid_token: "account.link_bad", wrong_password: "account.password_wrong" }}
      >
        <PasswordField failure={submission.failure} />
      </AccountForm>
    </>
  );
}

export function Success({ title, text }: { title: string; text: string }): ReactNode {
  const t = useTexts(accountTexts);
  return (
    <div role="status">
      <h2 className="text-2xl">{title}</h2>
      <p className="mt-2 text-lg">{text}</p>
      <a href="/account/login" className="button mt-6">
        {t("account.sign_in")}
      </a>
    </div>
  );
}
