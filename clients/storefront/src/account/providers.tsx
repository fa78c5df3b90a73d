// Signing in with an account at an identity provider: the buttons, and what a trip that is not finished says beside the form.

import type { ReactNode } from "react";
import { useSubmit } from "../form/use-submit.ts";
import type { SignInProvider } from "../sdk.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { href } from "../shop/route.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { socialTexts } from "./social-texts.ts";
import { forgetTrip, keepTrip, type Trip } from "./trip.ts";
import { useOwn } from "./use-own.ts";

/** Pages that are left once somebody is signed in. */
const PASSED: readonly string[] = ["login", "signup"];

/** A button for each provider of the store; nothing without one, or while they cannot be loaded. */
export function Providers({ returnTo }: { returnTo?: string | undefined }): ReactNode {
  const t = useTexts(socialTexts);
  const { api, tab } = useServices();
  const { route } = useShop();
  const own = useOwn(() => api.listIdentityProviders(), [api]);
  const providers = own.value?.data ?? [];
  if (providers.length === 0) return null;
  const isPassed = route.page === "account" && PASSED.includes(route.view);
  const return_to = returnTo ?? href(isPassed ? { page: "account", view: "overview" } : route);
  const begin = async (provider: SignInProvider): Promise<void> => {
    const { authorization_url, browser_token } = await api.beginSocialSignIn({ identity_provider_id: provider.id, return_to });
    keepTrip(tab, { browser_token, provider: provider.name, return_to });
    window.location.assign(authorization_url);
  };
  return (
    <section aria-label={t("social.or")} className="mt-8 max-w-md border-t border-line pt-6">
      <p className="mb-3 text-sm text-muted">{t("social.or")}</p>
      <ul className="grid gap-3">
        {providers.map((it) => (
          <li key={it.id}>
            <Provider name={it.name} begin={() => begin(it)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Provider({ name, begin }: { name: string; begin: () => Promise<void> }): ReactNode {
  const t = useTexts(socialTexts);
  const shop = useText();
  const { failure, isRunning, onSubmit } = useSubmit(begin);
  const isAway = failure?.code === "identity_provider_unavailable";
  return (
    <form onSubmit={onSubmit}>
      {failure && (
        <ErrorNotice className="mb-3">{isAway ? t("social.unavailable", { provider: name }) : describe(failure, shop)}</ErrorNotice>
      )}
      <button type="submit" className="button button-quiet w-full break-words" aria-disabled={isRunning}>
        {t("social.with", { provider: name })}
      </button>
    </form>
  );
}

/** Above the form of whoever has to sign in before an identity is linked. */
export function LinkNotice({ trip, onCancel }: { trip: Trip; onCancel: () => void }): ReactNode {
  const t = useTexts(socialTexts);
  const { tab } = useServices();
  return (
    <div role="status" className="panel mb-8 max-w-prose">
      <p className="font-semibold">{t("social.link", { provider: trip.provider })}</p>
      <p className="mt-1">{t("social.link_text", { provider: trip.provider })}</p>
      <button
        type="button"
        className="link mt-3 py-1"
        onClick={() => {
          forgetTrip(tab);
          onCancel();
        }}
      >
        {t("social.link_not")}
      </button>
    </div>
  );
}
