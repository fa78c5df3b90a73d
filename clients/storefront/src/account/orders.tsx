import { useMemo, useRef, useState, type ReactNode } from "react";
import { formatDay } from "../format/date.ts";
import { documentsByAccount } from "../order/documents.tsx";
import { OrderView } from "../order/order-view.tsx";
import { orderTexts, statusText } from "../order/texts.ts";
import { returnsByAccount } from "../returns/access.ts";
import { byAccount } from "../review/access.ts";
import type { OrderPage, OrderSummary } from "../sdk.ts";
import { useMoney, useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe, failureOf } from "../shop/failure.ts";
import { href } from "../shop/route.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { accountTexts } from "./texts.ts";
import { useOwn } from "./use-own.ts";
import { Waiting } from "./waiting.tsx";

const PAGE = 20;

export function OwnOrders(): ReactNode {
  const t = useTexts(accountTexts);
  const { api } = useServices();
  const own = useOwn<OrderPage>(() => api.listOwnOrders({ limit: PAGE }), [api]);
  if (!own.value) return <Waiting own={own} />;
  if (own.value.data.length === 0) {
    return (
      <>
        <p className="text-lg">{t("account.no_orders")}</p>
        <FirstPurchase />
      </>
    );
  }
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {own.value.data.map((order) => (
          <Row key={order.id} order={order} />
        ))}
      </ul>
      {own.value.next_cursor && <MoreOrders page={own.value} onMore={own.set} />}
    </>
  );
}

function FirstPurchase(): ReactNode {
  const shop = useText();
  return (
    <a href="/products" className="button mt-6">
      {shop("cart.continue")}
    </a>
  );
}

function Row({ order }: { order: OrderSummary }): ReactNode {
  const t = useTexts(accountTexts);
  const o = useTexts(orderTexts);
  const money = useMoney();
  const { store } = useShop();
  return (
    <li className="flex flex-wrap items-center gap-x-8 gap-y-1 py-4">
      <a
        href={href({ page: "account_order", id: order.id })}
        aria-label={t("account.view_order", { number: order.number })}
        className="link py-1 font-semibold"
      >
        {o("order.number", { number: order.number })}
      </a>
      <span className="text-muted">{formatDay(order.placed_at, store.locale)}</span>
      <span>{statusText(order, o)}</span>
      <span className="ms-auto tabular-nums">{money(order.total)}</span>
    </li>
  );
}

function MoreOrders({ page, onMore }: { page: OrderPage; onMore: (page: OrderPage) => void }): ReactNode {
  const t = useTexts(accountTexts);
  const shop = useText();
  const { api } = useServices();
  const [problem, setProblem] = useState("");
  const running = useRef(false);
  const load = async (): Promise<void> => {
    if (running.current || !page.next_cursor) return;
    running.current = true;
    setProblem("");
    try {
      const next = await api.listOwnOrders({ limit: PAGE, cursor: page.next_cursor });
      onMore({ ...next, data: [...page.data, ...next.data] });
    } catch (error) {
      setProblem(describe(failureOf(error), shop));
    } finally {
      running.current = false;
    }
  };
  return (
    <div className="mt-6">
      {problem && <ErrorNotice className="mb-4">{problem}</ErrorNotice>}
      <button type="button" className="button button-quiet" onClick={() => void load()}>
        {t("account.more_orders")}
      </button>
    </div>
  );
}

export function OwnOrder({ id }: { id: string }): ReactNode {
  const t = useTexts(accountTexts);
  const o = useTexts(orderTexts);
  const { api } = useServices();
  const { store } = useShop();
  const own = useOwn(() => api.getOwnOrder({ order_id: id }), [api, id]);
  const reviews = useMemo(() => byAccount(api, id), [api, id]);
  const returns = useMemo(() => returnsByAccount(api, id), [api, id]);
  const documents = useMemo(() => documentsByAccount(api, id), [api, id]);
  const order = own.value;
  if (own.failure?.kind === "refused") return <ErrorNotice>{t("account.order_missing")}</ErrorNotice>;
  if (!order) return <Waiting own={own} />;
  return (
    <>
      <p className="mb-8 text-lg">
        {o("order.number", { number: order.number })} · {o("order.placed", { date: formatDay(order.placed_at, store.locale) })} ·{" "}
        {statusText(order, o)}
      </p>
      <OrderView order={order} reviews={reviews} returns={returns} documents={documents} onChanged={own.reload} />
      <p className="no-print mt-10">
        <a href="/account/orders" className="link inline-block py-1">
          {t("account.back_to_orders")}
        </a>
      </p>
    </>
  );
}
