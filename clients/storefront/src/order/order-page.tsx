// Thank-you page and order status, for whoever has the order's token.

import { useEffect, useMemo, useState, type ReactNode } from "react";
import { formatDay } from "../format/date.ts";
import { byToken } from "../review/access.ts";
import { returnsByToken } from "../returns/access.ts";
import type { Order } from "../sdk.ts";
import { useMoney, useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe, failureOf, type Failure } from "../shop/failure.ts";
import { fragmentToken } from "../shop/link-token.ts";
import type { Storage } from "../shop/storage.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { orderToken, rememberOrder } from "./known-orders.ts";
import { documentsByToken } from "./documents.tsx";
import { OrderView } from "./order-view.tsx";
import { isDelivered, orderTexts, type OrderKey } from "./texts.ts";

export function OrderPage({ id }: { id: string }): ReactNode {
  const t = useTexts(orderTexts);
  const shop = useText();
  const { order, failure, isSlow, retry } = useOrder(id);
  const { store } = useShop();
  const { api, storage } = useServices();
  // A link's token is in the storage by the time the order is there.
  const isLoaded = order !== undefined;
  const token = useMemo(() => orderToken(storage, id) ?? "", [storage, id, isLoaded]);
  const reviews = useMemo(() => byToken(api, id, token), [api, id, token]);
  const returns = useMemo(() => returnsByToken(api, id, token), [api, id, token]);
  const documents = useMemo(() => documentsByToken(api, id, token), [api, id, token]);
  if (failure && failure.kind === "refused") return <Unknown />;
  if (failure) {
    return (
      <div className="wrap py-16">
        <ErrorNotice>
          <p>{describe(failure, shop)}</p>
          <button type="button" className="link mt-2" onClick={retry}>
            {shop("error.retry")}
          </button>
        </ErrorNotice>
      </div>
    );
  }
  if (!order) {
    return (
      <div className="wrap min-h-[60vh] py-16" role="status" aria-label={shop("loading")}>
        <div className="skeleton h-10 w-72" />
        <div className="skeleton mt-8 h-64" />
      </div>
    );
  }
  return (
    <div className="wrap py-10 lg:py-16">
      <p className="text-muted">
        {t("order.number", { number: order.number })} · {t("order.placed", { date: formatDay(order.placed_at, store.locale) })}
      </p>
      <Status order={order} isSlow={isSlow} />
      <div className="mt-10 lg:mt-14">
        <OrderView order={order} reviews={reviews} returns={returns} documents={documents} onChanged={retry} />
      </div>
    </div>
  );
}

function Status({ order, isSlow }: { order: Order; isSlow: boolean }): ReactNode {
  const t = useTexts(orderTexts);
  const money = useMoney();
  const { cart } = useShop();
  const refunded = { amount: money(order.refunded) };
  // The cart of a payment that was confirmed was let go.
  const isConfirmed = cart.snapshot().cart?.status !== "completing";
  const [title, text] = ((): [string, string] => {
    if (order.status === "cancelled") return [t("order.cancelled"), t("order.cancelled_text")];
    if (order.status === "refunded") return [t("order.refunded"), t("order.refunded_text", refunded)];
    if (order.status === "pending_payment" && !isConfirmed) return [t("order.unpaid"), t("order.unpaid_text")];
    if (order.status === "pending_payment") {
      return [t("order.processing"), isSlow ? t("order.slow_text") : t("order.processing_text")];
    }
    const isPartly = order.payment_status === "partially_refunded";
    const { title, text } = PROGRESS[progress(order)];
    const isPromised = order.status === "authorized" && order.fulfillment_status === "unfulfilled";
    if (isPromised) return [t(title), t("order.authorized_text", { email: order.email })];
    return [t(title), isPartly ? t("order.partly_refunded_text", refunded) : t(text, { email: order.email })];
  })();
  return (
    <>
      <h1 tabIndex={-1} className="text-heading mt-2" data-status={order.status}>
        {title}
      </h1>
      <p role="status" className="mt-3 max-w-prose text-lg">
        {text}
      </p>
      {order.status === "pending_payment" && !isConfirmed && (
        <a href="/checkout" className="button mt-6">
          {t("order.pay")}
        </a>
      )}
    </>
  );
}

const PROGRESS = {
  paid: { title: "order.thanks", text: "order.paid_text" },
  partly_shipped: { title: "order.partly_shipped", text: "order.shipped_text" },
  shipped: { title: "order.shipped", text: "order.shipped_text" },
  delivered: { title: "order.delivered", text: "order.delivered_text" },
} as const satisfies Readonly<Record<string, { title: OrderKey; text: OrderKey }>>;

/** How far an order is that stands. */
function progress(order: Order): keyof typeof PROGRESS {
  if (order.fulfillment_status === "partially_fulfilled") return "partly_shipped";
  if (order.fulfillment_status !== "fulfilled") return "paid";
  return isDelivered(order) ? "delivered" : "shipped";
}

function Unknown(): ReactNode {
  const t = useTexts(orderTexts);
  const shop = useText();
  return (
    <div className="wrap py-20 lg:py-28">
      <h1 tabIndex={-1} className="text-heading">
        {t("order.unknown")}
      </h1>
      <p className="mt-4 max-w-prose text-lg text-muted">{t("order.unknown_text")}</p>
      <p className="mt-8 flex flex-wrap gap-4">
        <a href="/find-order" className="button">
          {shop("find_order.title")}
        </a>
        <a href="/account/orders" className="button button-quiet">
          {shop("account.orders.title")}
        </a>
      </p>
    </div>
  );
}

interface LoadedOrder {
  order: Order | undefined;
  failure: Failure | undefined;
  /** Whether the payment takes longer than people wait. */
  isSlow: boolean;
  retry: () => void;
}

/** Milliseconds until the order is asked for again while its payment is on the way: soon at first. */
const POLLS = [700, 1000, 1500, 2000, 3000, 5000, 5000, 10_000, 10_000, 20_000, 30_000, 60_000];
const SLOW_AFTER = 7;

/** Loads the order, and again for as long as it awaits its payment. */
function useOrder(id: string): LoadedOrder {
  const { api, storage } = useServices();
  const [order, setOrder] = useState<Order>();
  const [failure, setFailure] = useState<Failure>();
  const [polls, setPolls] = useState(0);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isCurrent = true;
    const token = takeToken(storage, id);
    const load = async (round: number): Promise<void> => {
      const found = await api.getOrder({ order_id: id, order_token: token ?? "" });
      if (!isCurrent) return;
      setOrder(found);
      setPolls(round);
      const wait = POLLS[round];
      if (found.status === "pending_payment" && wait !== undefined) timer = setTimeout(() => again(round + 1), wait);
    };
    const again = (round: number): void => {
      load(round).catch((error: unknown) => {
        if (!isCurrent) return;
        // What is shown stays; a lost connection comes back.
        const wait = POLLS[round];
        if (round > 0 && wait !== undefined) timer = setTimeout(() => again(round + 1), wait);
        else setFailure(failureOf(error));
      });
    };
    // A page that was left open shows what has become of the order.
    const onReturn = (): void => {
      if (document.visibilityState === "visible") load(POLLS.length).catch(() => undefined);
    };
    // A letter's link that is opened in this tab: nothing is loaded for another fragment.
    const onLink = (): void => {
      if (fragmentToken()) setAttempt((it) => it + 1);
    };
    window.addEventListener("hashchange", onLink);
    setFailure(token ? undefined : { kind: "refused", code: "", fields: [] });
    if (token) {
      again(0);
      document.addEventListener("visibilitychange", onReturn);
    }
    return () => {
      document.removeEventListener("visibilitychange", onReturn);
      window.removeEventListener("hashchange", onLink);
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, storage, id, attempt]);
  return { order, failure, isSlow: polls >= SLOW_AFTER, retry: () => setAttempt(attempt + 1) };
}

/** The token of a link, which then leaves the address bar, or the one kept in this browser. */
function takeToken(storage: Storage, id: string): string | undefined {
  const token = fragmentToken();
  if (!token) return orderToken(storage, id);
  rememberOrder(storage, id, token);
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, "", pathname + search);
  return token;
}
