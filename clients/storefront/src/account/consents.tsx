// What the shopper has agreed to: asked when signing up, shown and changed in the account.

import { useState, type ReactNode } from "react";
import type { PageLink } from "../contract.ts";
import { formatMoment } from "../format/date.ts";
import { useSubmit } from "../form/use-submit.ts";
import type { ConsentRecord, Consents as Answers } from "../sdk.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { href } from "../shop/route.ts";
import { AccountForm } from "./form.tsx";
import { termsOf, termsVersion } from "./terms.ts";
import { accountTexts, type AccountKey } from "./texts.ts";
import { useOwn } from "./use-own.ts";
import { Waiting } from "./waiting.tsx";

/** The consents of a form, by its boxes. */
export function consentsOf(values: Record<string, string>): { marketing_email: boolean; marketing_sms: boolean } {
  return { marketing_email: "marketing_email" in values, marketing_sms: "marketing_sms" in values };
}

/** Asked when signing up. Offers are never chosen beforehand. */
export function AskedConsents({ terms, isTermsMissing }: { terms: PageLink | undefined; isTermsMissing: boolean }): ReactNode {
  const t = useTexts(accountTexts);
  return (
    <>
      <Offers />
      {terms && (
        <div>
          <label className="flex items-start gap-3">
            <input
              type="checkbox"
              name="terms"
              required
              className="mt-1 size-4 shrink-0"
              aria-invalid={isTermsMissing || undefined}
              aria-describedby={isTermsMissing ? "terms-error" : undefined}
            />
            <span>
              <WithTerms text="account.accept_terms" terms={terms} />
            </span>
          </label>
          {isTermsMissing && (
            <p id="terms-error" className="mt-1 text-sm font-medium text-danger">
              {t("account.terms_missing")}
            </p>
          )}
        </div>
      )}
    </>
  );
}

/** A text that has a link to the terms in it. */
function WithTerms({ text, terms }: { text: AccountKey; terms: PageLink }): ReactNode {
  const t = useTexts(accountTexts);
  const shop = useText();
  const [before = "", after = ""] = t(text).split("{terms}");
  return (
    <>
      {before}
      <a
        href={href({ page: "content", slug: terms.slug })}
        target="_blank"
        rel="noopener"
        className="link"
        aria-label={shop("nav.new_tab", { title: terms.title })}
      >
        {terms.title}
      </a>
      {after}
    </>
  );
}

/** Asked in the account alone: with a parcel to tell of. */
function Updates({ chosen }: { chosen: Answers }): ReactNode {
  const t = useTexts(accountTexts);
  return (
    <fieldset className="mt-6">
      <legend className="mb-1.5 text-sm font-semibold">{t("account.updates")}</legend>
      <label className="flex items-start gap-3">
        <input type="checkbox" name="order_updates_sms" defaultChecked={chosen.order_updates_sms} className="mt-1 size-4 shrink-0" />
        <span>{t("account.updates_sms")}</span>
      </label>
      <p className="mt-1.5 text-sm text-muted">{t("account.updates_text")}</p>
    </fieldset>
  );
}

function Offers({ chosen }: { chosen?: Answers }): ReactNode {
  const t = useTexts(accountTexts);
  const boxes = [
    { name: "marketing_email", text: t("account.offers_email"), isGiven: chosen?.marketing_email },
    { name: "marketing_sms", text: t("account.offers_sms"), isGiven: chosen?.marketing_sms },
  ];
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{t("account.offers")}</legend>
      <div className="grid gap-2">
        {boxes.map(({ name, text, isGiven = false }) => (
          <label key={name} className="flex items-start gap-3">
            <input type="checkbox" name={name} defaultChecked={isGiven} className="mt-1 size-4 shrink-0" />
            <span>{text}</span>
          </label>
        ))}
      </div>
      <p className="mt-1.5 text-sm text-muted">{t("account.offers_text")}</p>
    </fieldset>
  );
}

export function Consents(): ReactNode {
  const t = useTexts(accountTexts);
  const { api } = useServices();
  const own = useOwn(() => api.getConsents(), [api]);
  const [done, setDone] = useState("");
  const submission = useSubmit(async (values) => {
    setDone("");
    own.set(await api.updateConsents({ ...consentsOf(values), order_updates_sms: "order_updates_sms" in values }));
    setDone(t("account.saved"));
  });
  if (!own.value) return <Waiting own={own} />;
  const { history } = own.value;
  return (
    <div className="grid gap-12">
      <NewTerms accepted={own.value.terms_version} onAccepted={own.set} />
      <div>
        <AccountForm submission={submission} action="account.save" isQuiet>
          <Offers chosen={own.value} />
          <Updates chosen={own.value} />
        </AccountForm>
        <p role="status" className="mt-3">
          {done}
        </p>
      </div>
      <section aria-labelledby="consent-history">
        <h2 id="consent-history" className="text-2xl">
          {t("account.consent_history")}
        </h2>
        {history.length === 0 && <p className="mt-3">{t("account.no_consents")}</p>}
        {history.length > 0 && (
          <ul className="mt-3 divide-y divide-line border-y border-line">
            {history.map((it) => (
              <Answer key={it.id} answer={it} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** The terms, while the shopper has not accepted their present wording. */
export function NewTerms({ accepted, onAccepted }: { accepted: string | undefined; onAccepted: (answers: Answers) => void }): ReactNode {
  const { api } = useServices();
  const { store } = useShop();
  const terms = termsOf(store);
  const version = useOwn(async () => terms && termsVersion(api, terms, store), [api]).value;
  const submission = useSubmit(async () => {
    if (version) onAccepted(await api.updateConsents({ terms_version: version }));
  });
  if (!terms || !version || version === accepted) return null;
  return (
    <section aria-label={terms.title} className="panel max-w-prose">
      <p className="mb-4">
        <WithTerms text="account.terms_new" terms={terms} />
      </p>
      <AccountForm submission={submission} action="account.accept" isQuiet>
        {null}
      </AccountForm>
    </section>
  );
}

// What is newer than this shop is shown as it is.
const PURPOSES: Readonly<Record<string, AccountKey>> = {
  terms: "account.consent_terms",
  marketing_email: "account.consent_email",
  marketing_sms: "account.consent_sms",
  order_updates_sms: "account.consent_updates_sms",
};
const SOURCES: Readonly<Record<string, AccountKey>> = {
  sign_up: "account.consent_sign_up",
  account: "account.consent_account",
  newsletter: "account.consent_newsletter",
  unsubscribe_link: "account.consent_unsubscribe",
  text_message: "account.consent_text_message",
};

function Answer({ answer }: { answer: ConsentRecord }): ReactNode {
  const t = useTexts(accountTexts);
  const { locale, brand } = useShop().store;
  const { purpose, is_given: isGiven, source, recorded_at: at, terms_version: version = "" } = answer;
  const [about, where] = [PURPOSES[purpose], SOURCES[source]];
  // A version begins with the slug of its page.
  const page = brand.pages?.find((it) => version.startsWith(`${it.slug}-`));
  return (
    <li className="py-4" data-consent={purpose}>
      <p className="font-semibold break-words">{page?.title ?? (about ? t(about, { version }) : purpose)}</p>
      <p className="text-sm break-words text-muted">
        {t(isGiven ? "account.consent_given" : "account.consent_withdrawn")} · <time dateTime={at}>{formatMoment(at, locale)}</time> ·{" "}
        {where ? t(where) : source}
        {version && ` · ${t("account.consent_version", { version })}`}
      </p>
    </li>
  );
}
