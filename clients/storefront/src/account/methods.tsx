// How the account can be signed in to.

import { useState, type ReactNode } from "react";
import { useSubmit } from "../form/use-submit.ts";
import { formatDay } from "../format/date.ts";
import type { LinkedIdentity } from "../sdk.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { socialTexts } from "./social-texts.ts";
import { useOwn } from "./use-own.ts";
import { Waiting } from "./waiting.tsx";

export function SignInMethods(): ReactNode {
  const t = useTexts(socialTexts);
  const { api } = useServices();
  const own = useOwn(() => api.listIdentities(), [api]);
  const [removed, setRemoved] = useState("");
  if (!own.value) return <Waiting own={own} />;
  const { has_password: hasPassword, identities } = own.value;
  const onRemoved = ({ provider_name: provider }: LinkedIdentity): void => {
    setRemoved(t("social.removed", { provider }));
    own.reload();
  };
  return (
    <>
      <p className="mb-5">{t("social.methods_text")}</p>
      <ul className="divide-y divide-line border-y border-line">
        <li className="py-4">
          <p className="font-semibold">{t("social.password")}</p>
          {hasPassword ? (
            <Chosen />
          ) : (
            <>
              <p className="text-sm text-muted">{t("social.password_none")}</p>
              <ChoosePassword />
            </>
          )}
        </li>
        {identities.map((it) => (
          <Identity key={it.id} identity={it} onRemoved={() => onRemoved(it)} />
        ))}
      </ul>
      {identities.length === 0 && <p className="mt-4 text-muted">{t("social.none")}</p>}
      <p role="status" className="mt-3">
        {removed}
      </p>
    </>
  );
}

function Chosen(): ReactNode {
  const t = useTexts(socialTexts);
  return (
    <p className="text-sm text-muted">
      {t("social.password_set")}{" "}
      <a href="/account/profile" className="link">
        {t("social.password_change")}
      </a>
    </p>
  );
}

/** A password reset is how an account without a password gets one. */
export function ChoosePassword(): ReactNode {
  const t = useTexts(socialTexts);
  const shop = useText();
  const { api } = useServices();
  const [sentTo, setSentTo] = useState("");
  const { failure, isRunning, onSubmit } = useSubmit(async () => {
    const { email } = await api.getAccount();
    await api.forgotPassword({ email });
    setSentTo(email);
  });
  return (
    <form onSubmit={onSubmit}>
      {failure && <ErrorNotice className="my-3">{describe(failure, shop)}</ErrorNotice>}
      {!sentTo && (
        <button type="submit" className="link py-1" aria-disabled={isRunning}>
          {t("social.password_send")}
        </button>
      )}
      <p role="status" className="mt-1">
        {sentTo && t("social.password_sent", { email: sentTo })}
      </p>
    </form>
  );
}

function Identity({ identity, onRemoved }: { identity: LinkedIdentity; onRemoved: () => void }): ReactNode {
  const t = useTexts(socialTexts);
  const shop = useText();
  const { api } = useServices();
  const { locale } = useShop().store;
  const { id, provider_name: provider, email } = identity;
  const { failure, isRunning, onSubmit } = useSubmit(async () => {
    await api.unlinkIdentity({ linked_identity_id: id });
    onRemoved();
  });
  const isLast = failure?.code === "last_sign_in_method";
  return (
    <li className="py-4">
      <form onSubmit={onSubmit} className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="min-w-0 grow break-words">
          <p className="font-semibold">{provider}</p>
          <p>{email}</p>
          <p className="text-sm text-muted">
            {t("social.since", { date: formatDay(identity.created_at, locale) })} ·{" "}
            {t("social.last_used", { date: formatDay(identity.last_used_at, locale) })}
          </p>
        </div>
        <button type="submit" className="button button-quiet" aria-label={t("social.remove_of", { provider, email })} aria-disabled={isRunning}>
          {t("social.remove")}
        </button>
      </form>
      {failure && (
        <ErrorNotice className="mt-3">{isLast ? t("social.last", { provider }) : describe(failure, shop)}</ErrorNotice>
      )}
    </li>
  );
}
