// Returns of an order: those that there are, what can still come back and until when, and a form for another one.

import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from "react";
import { useOwn } from "../account/use-own.ts";
import { formatDay, formatMoment } from "../format/date.ts";
import { useSubmit } from "../form/use-submit.ts";
import type { Translate } from "../i18n/messages.ts";
import type { Order, OrderLine, OrderReturn } from "../sdk.ts";
import { useShop, useText, useTexts } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import type { ReturnAccess } from "./access.ts";
import { RequestForm } from "./request-form.tsx";
import { canCancel, isNeverReturnable, returnable } from "./returnable.ts";
import { reasonText, returnTexts, type ReturnKey } from "./texts.ts";

export interface ReturnsProps {
  order: Order;
  access: ReturnAccess;
  /** Loads the order again: what can come back is in it. */
  onChanged: () => void;
}

type Mode = "view" | "ask" | "sent" | "closed";

export function Returns({ order, access, onChanged }: ReturnsProps): ReactNode {
  const t = useTexts(returnTexts);
  const shop = useText();
  // Also when the page, which was left open, has loaded the order again.
  const own = useOwn(() => access.list(), [access, order]);
  const [mode, setMode] = useState<Mode>("view");
  const top = useFocusOnChange(mode);
  const { value: returns, failure } = own;
  const choices = useMemo(() => returnable(order), [order]);
  if (!returns && !failure) return null;
  const end = (as: Mode): void => {
    setMode(as);
    onChanged();
  };
  const changed = (): void => {
    onChanged();
    setMode((it) => (it === "sent" ? "view" : it));
    // The button that was pressed goes away.
    top.current?.focus();
  };
  return (
    <section aria-labelledby="order-returns" className="no-print mt-12">
      <h2 id="order-returns" className="text-xl">
        {t("return.title")}
      </h2>
      {failure && (
        <ErrorNotice className="mt-4">
          <p>{describe(failure, shop)}</p>
          <button type="button" className="link mt-2" onClick={own.reload}>
            {shop("error.retry")}
          </button>
        </ErrorNotice>
      )}
      {returns && returns.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {returns.map((it) => (
            <Entry key={it.id} order={order} found={it} cancel={() => access.cancel(it.id)} onChanged={changed} />
          ))}
        </ul>
      )}
      <div ref={top} tabIndex={-1} className="mt-4 outline-none">
        {mode === "ask" && (
          <RequestForm
            choices={choices}
            send={(wanted, key) => access.create(wanted, key)}
            onSent={() => end("sent")}
            onClosed={() => end("closed")}
            onCancel={() => setMode("view")}
          />
        )}
        {(mode === "sent" || mode === "closed") && <p role="status">{t(`return.${mode}`)}</p>}
        {mode !== "ask" && (
          <>
            {mode === "view" && choices.length > 0 && <p className="text-muted">{t("return.text")}</p>}
            <Possible order={order} />
            {mode !== "closed" && choices.length > 0 && (
              <button type="button" className="button button-quiet mt-4" onClick={() => setMode("ask")}>
                {t("return.begin")}
              </button>
            )}
          </>
        )}
      </div>
    </section>
  );
}

/** Of each line, how much can come back and until when, or why nothing can. */
function Possible({ order }: { order: Order }): ReactNode {
  const t = useTexts(returnTexts);
  const { locale } = useShop().store;
  if (isNeverReturnable(order)) return <p className="text-muted">{t("return.never")}</p>;
  return (
    <ul className="mt-3 max-w-lg text-sm">
      {order.lines.filter((it) => !(it.cancelled_quantity >= it.quantity)).map((line) => (
        <li key={line.id} className="py-1.5 break-words">
          <span className="block font-medium">{titleOf(line)}</span>
          <span className="block text-muted">{possible(line, locale, t)}</span>
        </li>
      ))}
    </ul>
  );
}

const NOT_RETURNABLE: Readonly<Record<string, ReturnKey>> = {
  not_delivered: "return.not_delivered",
  nothing_left: "return.nothing_left",
  window_closed: "return.window_closed",
  not_offered: "return.not_offered",
  final_sale: "return.final_sale",
};

function possible(line: OrderLine, locale: string, t: Translate<ReturnKey>): string {
  const { quantity, returnable_quantity: count, returnable_until: until, not_returnable_reason: reason } = line;
  if (count > 0 && until) return t(count < quantity ? "return.some_until" : "return.all_until", { count, date: formatMoment(until, locale) });
  // A reason that is newer than this shop is no better known to its visitors.
  return t(NOT_RETURNABLE[reason ?? ""] ?? "return.not_now");
}

function titleOf(line: OrderLine | undefined): string {
  return [line?.title, line?.variant_title].filter(Boolean).join(" · ");
}

/** The focus follows what replaces the button that was pressed. */
function useFocusOnChange(mode: Mode): RefObject<HTMLDivElement | null> {
  const top = useRef<HTMLDivElement>(null);
  const last = useRef(mode);
  useEffect(() => {
    if (last.current === mode) return;
    last.current = mode;
    top.current?.focus();
  }, [mode]);
  return top;
}

const STATUSES = ["requested", "approved", "rejected", "cancelled", "received"] as const;

interface EntryProps {
  order: Order;
  found: OrderReturn;
  cancel: () => PromiseLike<OrderReturn>;
  onChanged: () => void;
}

function Entry({ order, found, cancel, onChanged }: EntryProps): ReactNode {
  const t = useTexts(returnTexts);
  const { store } = useShop();
  const [isAsking, setAsking] = useState(false);
  const date = formatDay(found.created_at, store.locale);
  const status = STATUSES.find((it) => it === found.status);
  return (
    <li className="py-4 break-words" data-return={found.status}>
      <h3 className="font-body text-base font-medium">{t("return.entry", { date })}</h3>
      {/* One that is newer than this shop is shown as it is. */}
      <p className="text-sm font-semibold">{status ? t(`return.status_${status}`) : found.status}</p>
      <ul className="mt-1">
        {found.lines.map((it) => (
          <li key={it.line_id}>{units(order, found, it, t)}</li>
        ))}
      </ul>
      <p className="mt-1 text-sm text-muted">{t("return.reason_of", { reason: reasonText(found.reason, t) })}</p>
      {found.note && <p className="mt-1 text-sm whitespace-pre-line text-muted">{found.note}</p>}
      {found.message && (
        <div className="mt-3 border-s-2 border-line ps-4">
          <p className="text-sm font-semibold">{t("return.message", { store: store.brand.name })}</p>
          <p className="mt-1 whitespace-pre-line">{found.message}</p>
        </div>
      )}
      {canCancel(found) && !isAsking && (
        <button type="button" className="link mt-2 py-1" aria-label={t("return.cancel_of", { date })} onClick={() => setAsking(true)}>
          {t("return.cancel")}
        </button>
      )}
      {canCancel(found) && isAsking && <Cancellation cancel={cancel} onDone={onChanged} onKeep={() => setAsking(false)} />}
    </li>
  );
}

function units(order: Order, { status }: OrderReturn, returned: OrderReturn["lines"][number], t: Translate<ReturnKey>): string {
  const { line_id, quantity: count, received_quantity: received } = returned;
  const line = order.lines.find((it) => it.id === line_id);
  const title = titleOf(line);
  // Of one that is over, also that nothing came.
  const isPart = received < count && (received > 0 || status === "received");
  return t(isPart ? "return.units_received" : "return.units", { count, title, received });
}

interface CancellationProps {
  cancel: () => PromiseLike<OrderReturn>;
  onDone: () => void;
  onKeep: () => void;
}

function Cancellation({ cancel, onDone, onKeep }: CancellationProps): ReactNode {
  const t = useTexts(returnTexts);
  const shop = useText();
  const { form, failure, isRunning, onSubmit } = useSubmit(async () => {
    await cancel();
    onDone();
  });
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <form ref={form} onSubmit={onSubmit} className="mt-3 grid max-w-lg gap-3">
      {failure && <ErrorNotice>{failure.code === "return_wrong_status" ? t("return.changed") : describe(failure, shop)}</ErrorNotice>}
      <p>{t("return.cancel_text")}</p>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <button ref={first} type="submit" className="button button-quiet" aria-disabled={isRunning}>
          {isRunning ? t("return.working") : t("return.cancel_confirm")}
        </button>
        <button type="button" className="link py-1" onClick={onKeep}>
          {t("return.keep")}
        </button>
      </p>
    </form>
  );
}
