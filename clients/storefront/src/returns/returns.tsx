// Returns of an order: those that there are, and a form for another one.

import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from "react";
import { useOwn } from "../account/use-own.ts";
import { formatDay } from "../format/date.ts";
import { useSubmit } from "../form/use-submit.ts";
import type { Translate } from "../i18n/messages.ts";
import type { Order, OrderReturn } from "../sdk.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { RequestForm } from "./request-form.tsx";
import { canCancel, returnable } from "./returnable.ts";
import { reasonText, returnTexts, type ReturnKey } from "./texts.ts";

export interface ReturnsProps {
  order: Order;
  token: string;
}

type Mode = "view" | "ask" | "sent" | "closed";

/** Nothing at all where nothing came back and nothing can. */
export function Returns({ order, token }: ReturnsProps): ReactNode {
  const t = useTexts(returnTexts);
  const shop = useText();
  const { api } = useServices();
  const of = useMemo(() => ({ order_id: order.id, order_token: token }), [order.id, token]);
  // Also when the page, which was left open, has loaded the order again.
  const own = useOwn(async () => (await api.listReturns(of)).data, [api, of, order]);
  const [mode, setMode] = useState<Mode>("view");
  const top = useFocusOnChange(mode);
  const { value: returns, failure } = own;
  const choices = useMemo(() => (returns ? returnable(order, returns, Date.now()) : []), [order, returns]);
  const hasAnything = failure !== undefined || choices.length > 0 || (returns?.length ?? 0) > 0;
  if (!hasAnything) return null;
  const sent = (): void => {
    setMode("sent");
    own.reload();
  };
  const changed = (): void => {
    own.reload();
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
            <Entry key={it.id} order={order} found={it} cancel={() => api.cancelReturn({ ...of, return_id: it.id })} onChanged={changed} />
          ))}
        </ul>
      )}
      <div ref={top} tabIndex={-1} className="mt-4 outline-none">
        {mode === "ask" && (
          <RequestForm
            choices={choices}
            send={(wanted, idempotencyKey) => api.createReturn({ ...of, ...wanted }, { idempotencyKey })}
            onSent={sent}
            onClosed={() => setMode("closed")}
            onCancel={() => setMode("view")}
          />
        )}
        {(mode === "sent" || mode === "closed") && <p role="status">{t(`return.${mode}`)}</p>}
        {(mode === "view" || mode === "sent") && choices.length > 0 && (
          <>
            {mode === "view" && <p className="text-muted">{t("return.text")}</p>}
            <button type="button" className="button button-quiet mt-3" onClick={() => setMode("ask")}>
              {t("return.begin")}
            </button>
          </>
        )}
      </div>
    </section>
  );
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
  const title = [line?.title, line?.variant_title].filter(Boolean).join(" · ");
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
