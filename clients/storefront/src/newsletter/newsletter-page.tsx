// Where letters about the newsletter lead: a button to confirm it, and one to end it. Programs that check e-mails open links.

import { useState, type ReactNode } from "react";
import { useSubmit } from "../form/use-submit.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { useLinkToken } from "../shop/link-token.ts";
import type { NewsletterView } from "../shop/route.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { newsletterTexts } from "./texts.ts";

export function NewsletterPage({ view }: { view: NewsletterView }): ReactNode {
  const shop = useText();
  return (
    <div className="wrap min-h-[60vh] py-10 lg:py-16">
      <h1 tabIndex={-1} className="text-heading">
        {shop(`newsletter.${view}.title`)}
      </h1>
      <div className="mt-6 max-w-prose">
        <Link view={view} />
      </div>
    </div>
  );
}

function Link({ view }: { view: NewsletterView }): ReactNode {
  const t = useTexts(newsletterTexts);
  const shop = useText();
  const { api } = useServices();
  const { store } = useShop();
  const token = useLinkToken();
  const [isDone, setDone] = useState(false);
  const { form, failure, isRunning, onSubmit } = useSubmit(async () => {
    await (view === "confirm" ? api.confirmNewsletter({ token }) : api.unsubscribeNewsletter({ token }));
    setDone(true);
  });
  if (!token) return <ErrorNotice>{t("newsletter.link_missing")}</ErrorNotice>;
  if (isDone) {
    return (
      <div role="status">
        <h2 className="text-2xl">{t(`newsletter.${view}_done`)}</h2>
        <p className="mt-2 text-lg">{t(`newsletter.${view}_done_text`, { store: store.brand.name })}</p>
        <a href="/products" className="button mt-6">
          {shop("cart.continue")}
        </a>
      </div>
    );
  }
  return (
    <form ref={form} onSubmit={onSubmit} className="grid justify-items-start gap-5">
      {failure && <ErrorNotice>{failure.code === "invalid_token" ? t(`newsletter.${view}_bad`) : describe(failure, shop)}</ErrorNotice>}
      <p className="text-lg">{t(`newsletter.${view}_text`, { store: store.brand.name })}</p>
      <button type="submit" className="button" aria-disabled={isRunning}>
        {isRunning ? t("newsletter.working") : t(`newsletter.${view}`)}
      </button>
    </form>
  );
}
