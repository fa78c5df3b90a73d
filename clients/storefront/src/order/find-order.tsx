// An order that was placed without an account, shown with its number, its address and a code from an e-mail.

import { useState, type ReactNode } from "react";
import { Field } from "../form/field.tsx";
import { fieldError } from "../form/field-error.ts";
import { fieldTexts } from "../form/texts.ts";
import { useSubmit, type Submission } from "../form/use-submit.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe, Unfilled } from "../shop/failure.ts";
import type { Storage } from "../shop/storage.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { findTexts, type FindKey } from "./find-texts.ts";
import { rememberOrder } from "./known-orders.ts";

const KEY = "order-code";
const LIFETIME_MS = 10 * 60_000;

interface Asked {
  number: number;
  email: string;
  until: number;
}

/** What a code was asked for, while it is good. Kept for all tabs: phones forget one while the shopper reads the e-mail. */
function askedFor(storage: Storage): Asked | undefined {
  const { number, email, until } = (storage.get(KEY) ?? {}) as Partial<Asked>;
  if (typeof number === "number" && typeof email === "string" && typeof until === "number" && until > Date.now()) return { number, email, until };
  storage.remove(KEY);
  return undefined;
}

export function FindOrderPage(): ReactNode {
  const t = useTexts(findTexts);
  const shop = useText();
  const { storage } = useServices();
  const [asked, setAsked] = useState(() => askedFor(storage));
  const leave = (): void => {
    storage.remove(KEY);
    setAsked(undefined);
  };
  return (
    <div className="wrap min-h-[60vh] py-10 lg:py-16">
      <h1 tabIndex={-1} className="text-heading">
        {shop("find_order.title")}
      </h1>
      <div className="mt-4">{asked ? <EnterCode asked={asked} onOther={leave} /> : <AskCode onSent={setAsked} />}</div>
      <p className="mt-10 max-w-prose border-t border-line pt-6 text-muted">
        {t("find.account")}{" "}
        <a href="/account/orders" className="link inline-block py-1 text-text">
          {shop("account.orders.title")}
        </a>
      </p>
    </div>
  );
}

function useSend(): (number: number, email: string) => Promise<Asked> {
  const { api, storage } = useServices();
  return async (number, email) => {
    await api.requestOrderCode({ number, email });
    const asked = { number, email, until: Date.now() + LIFETIME_MS };
    storage.set(KEY, asked);
    return asked;
  };
}

function AskCode({ onSent }: { onSent: (asked: Asked) => void }): ReactNode {
  const t = useTexts(findTexts);
  const f = useTexts(fieldTexts);
  const send = useSend();
  const submission = useSubmit(async ({ number = "", email = "" }) => {
    // As letters and shoppers write it: "#1001", "Order 1001".
    const digits = number.replace(/\D/g, "");
    if (!digits || digits.length > 15) throw new Unfilled("/number");
    onSent(await send(Number(digits), email.trim()));
  });
  const { failure } = submission;
  const isNumberWrong = failure?.fields.some((it) => it.pointer === "/number") ?? false;
  return (
    <>
      <p className="mb-6 max-w-prose text-lg">{t("find.text")}</p>
      <Form submission={submission} action="find.send">
        <Field
          name="number"
          required
          inputMode="numeric"
          autoComplete="off"
          maxLength={30}
          label={t("find.number")}
          hint={t("find.number_hint")}
          error={isNumberWrong ? t("find.number_wrong") : undefined}
        />
        <Field name="email" type="email" required autoComplete="email" label={f("field.email")} error={fieldError(failure, "/email", f)} />
      </Form>
    </>
  );
}

function EnterCode({ asked, onOther }: { asked: Asked; onOther: () => void }): ReactNode {
  const t = useTexts(findTexts);
  const f = useTexts(fieldTexts);
  const { api, storage } = useServices();
  const { navigate } = useShop();
  const { number, email } = asked;
  const submission = useSubmit(async ({ code = "" }) => {
    // Not worth one of the few attempts.
    if (!/\d/.test(code)) throw new Unfilled("/code");
    const { order_id, token } = await api.redeemOrderCode({ number, email, code });
    rememberOrder(storage, order_id, token);
    storage.remove(KEY);
    navigate(`/orders/${order_id}`);
  });
  return (
    <>
      <p role="status" className="mb-6 max-w-prose text-lg break-words">
        {t("find.sent", { number, email })}
      </p>
      <Form submission={submission} action="find.show">
        <Field
          name="code"
          required
          autoFocus
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={40}
          label={t("find.code")}
          hint={t("find.code_hint")}
          error={fieldError(submission.failure, "/code", f)}
        />
      </Form>
      <SendAgain asked={asked} />
      <button type="button" className="link mt-1 py-1" onClick={onOther}>
        {t("find.other")}
      </button>
    </>
  );
}

function Form({ submission, action, children }: { submission: Submission; action: FindKey; children: ReactNode }): ReactNode {
  const t = useTexts(findTexts);
  const f = useTexts(fieldTexts);
  const shop = useText();
  const { form, failure, isRunning, onSubmit } = submission;
  const isWrong = failure?.code === "invalid_order_code";
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="grid max-w-md gap-5">
      {failure && <ErrorNotice>{isWrong ? t("find.code_wrong") : failure.fields.length > 0 ? f("form.check") : describe(failure, shop)}</ErrorNotice>}
      {children}
      <button type="submit" className="button" aria-disabled={isRunning}>
        {isRunning ? t("find.working") : t(action)}
      </button>
    </form>
  );
}

function SendAgain({ asked }: { asked: Asked }): ReactNode {
  const t = useTexts(findTexts);
  const shop = useText();
  const send = useSend();
  const [isSent, setSent] = useState(false);
  const { failure, onSubmit } = useSubmit(async () => {
    await send(asked.number, asked.email);
    setSent(true);
  });
  return (
    <form onSubmit={onSubmit} className="mt-8 max-w-prose">
      {failure && <ErrorNotice className="mb-3">{describe(failure, shop)}</ErrorNotice>}
      <button type="submit" className="link py-1">
        {t("find.again")}
      </button>
      <p role="status" className="text-sm text-muted">
        {isSent && t("find.sent_again")}
      </p>
    </form>
  );
}
