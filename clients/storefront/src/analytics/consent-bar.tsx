// Asks whether visits may be counted. It stands below the page and stops nobody.

import { useEffect, useRef, type ReactNode } from "react";
import type { PageLink, Shop } from "../contract.ts";
import { useServices, useShop, useTexts } from "../shop/context.ts";
import { href } from "../shop/route.ts";
import type { Answer } from "./consent.ts";
import { analyticsTexts } from "./texts.ts";
import { useConsent } from "./use-analytics.ts";

export function ConsentBar(): ReactNode {
  const t = useTexts(analyticsTexts);
  const { store } = useShop();
  const { consent } = useServices();
  const { answer, isChanging } = useConsent();
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isChanging) bar.current?.focus();
  }, [isChanging]);
  const choose = (chosen: Answer): void => {
    consent.answer(chosen);
    // The button that had the focus is gone.
    document.querySelector<HTMLElement>(isChanging ? "[data-privacy]" : "main")?.focus({ preventScroll: true });
  };
  const page = privacyPageOf(store);
  return (
    <section ref={bar} tabIndex={-1} aria-labelledby="consent-title" className="consent-bar no-print">
      <div className="wrap flex flex-wrap items-end justify-between gap-x-10 gap-y-3 py-4">
        <div className="max-w-3xl text-sm">
          <h2 id="consent-title" className="font-body text-base font-semibold">
            {t("analytics.title")}
          </h2>
          <p className="mt-1">
            {t("analytics.text")}{" "}
            {page && (
              <a href={href({ page: "content", slug: page.slug })} className="link inline-block">
                {page.title}
              </a>
            )}
          </p>
          {answer && <p className="mt-1 font-semibold">{t(`analytics.${answer}`)}</p>}
        </div>
        <p className="grid w-full grid-cols-2 gap-3 sm:w-auto">
          <button type="button" className="button button-quiet" onClick={() => choose("declined")}>
            {t("analytics.decline")}
          </button>
          <button type="button" className="button button-quiet" onClick={() => choose("accepted")}>
            {t("analytics.accept")}
          </button>
        </p>
      </div>
    </section>
  );
}

/** Slugs under which brands keep what they say about privacy. */
const SLUGS: readonly string[] = ["privacy", "privacy-policy", "datenschutz", "datenschutzerklaerung"];

function privacyPageOf({ brand }: Shop): PageLink | undefined {
  return brand.pages?.find(({ slug }) => SLUGS.includes(slug));
}
