// The newsletter, at the bottom of every page. It is sent once the address is confirmed by the link of a letter.

import { useId, useState, type ReactNode } from "react";
import { useSubmit } from "../form/use-submit.ts";
import { useShop, useText } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";

export function NewsletterSignUp(): ReactNode {
  const t = useText();
  const id = useId();
  const { services } = useShop();
  const [sentTo, setSentTo] = useState("");
  const { form, failure, isRunning, onSubmit } = useSubmit(async ({ newsletter: email = "" }) => {
    setSentTo("");
    await services?.api.subscribeNewsletter({ email });
    setSentTo(email);
    form.current?.reset();
  });
  const isWrong = failure?.fields.some((it) => it.pointer === "/email") ?? false;
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="mt-8" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="font-body text-sm font-semibold">
        {t("newsletter.title")}
      </h2>
      <p className="mt-1 opacity-85">{t("newsletter.text")}</p>
      {/* Without JavaScript the address would go to the page's own URL. */}
      <fieldset disabled={!services} className="mt-3 flex gap-2">
        <input
          type="email"
          name="newsletter"
          required
          maxLength={254}
          autoComplete="email"
          className="field min-w-0"
          aria-label={t("newsletter.label")}
          placeholder={t("newsletter.example")}
          aria-invalid={isWrong || undefined}
          aria-describedby={failure ? `${id}-error` : undefined}
        />
        <button type="submit" className="button hero-button shrink-0 px-4!" aria-disabled={isRunning}>
          {t("newsletter.submit")}
        </button>
      </fieldset>
      {failure && (
        <div id={`${id}-error`} className="mt-3 text-text">
          <ErrorNotice>{isWrong ? t("newsletter.wrong") : describe(failure, t)}</ErrorNotice>
        </div>
      )}
      <p role="status" className={sentTo ? "mt-3 break-words" : ""}>
        {sentTo && t("newsletter.sent", { email: sentTo })}
      </p>
    </form>
  );
}
