import type { ReactNode } from "react";
import type { ReviewAccess } from "../review/access.ts";
import type { OwnReviewsProps } from "../review/own-reviews.tsx";
import { firstLines } from "../review/sellers-of.ts";
import type { Address, Order } from "../sdk.ts";
import type { ReturnAccess } from "../returns/access.ts";
import type { ReturnsProps } from "../returns/returns.tsx";
import { addressLines } from "../shop/address.ts";
import { useMoney, useShop, useText, useTexts } from "../shop/context.ts";
import { lazy } from "../ui/lazy.tsx";
import { Picture } from "../ui/picture.tsx";
import { Documents, type DocumentAccess } from "./documents.tsx";
import { Parcels } from "./parcels.tsx";
import { orderTexts } from "./texts.ts";

const OwnReviews = lazy<OwnReviewsProps>(
  async () => (await import("../review/own-reviews.tsx")).OwnReviews,
  // The order is shown without them.
  () => null,
);

const Returns = lazy<ReturnsProps>(
  async () => (await import("../returns/returns.tsx")).Returns,
  () => null,
);

/** What was bought can be reviewed, even if the money went back. */
const IS_BOUGHT: ReadonlySet<string> = new Set(["paid", "refunded"]);
const A_DAY_MS = 24 * 60 * 60 * 1000;

interface Props {
  order: Order;
  reviews: ReviewAccess;
  returns: ReturnAccess;
  documents: DocumentAccess;
  /** Loads the order again. */
  onChanged: () => void;
}

/** Everything about an order, the same for guests and accounts. */
export function OrderView({ order, reviews, returns, documents, onChanged }: Props): ReactNode {
  const t = useTexts(orderTexts);
  const shop = useText();
  const money = useMoney();
  const { store } = useShop();
  const hasSellers = firstLines(order.lines).length > 1;
  const written = (address?: Address): string => (address ? addressLines(address, store.locale).join("\n") : "");
  const [shipTo, billTo] = [written(order.shipping_address), written(order.billing_address)];
  return (
    <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
      <div>
        <Parcels order={order} />
        <section aria-labelledby="order-items">
          <h2 id="order-items" className="text-xl">
            {t("order.items")}
          </h2>
          <ul className="mt-3 divide-y divide-line border-y border-line">
            {order.lines.map((line) => (
              <li key={line.id} className="flex items-center gap-4 py-4">
                <Picture image={line.image ? { url: line.image, alt: line.title } : undefined} decorative className="w-16 shrink-0" />
                <p className="min-w-0 grow">
                  <span className="block font-medium">{line.title}</span>
                  <span className="block text-sm text-muted">
                    {line.variant_title && `${line.variant_title} · `}
                    {t("order.quantity", { count: line.quantity, price: money(line.unit_price) })}
                  </span>
                  {hasSellers && (
                    <span className="block text-sm text-muted">
                      {shop("search.merchant")} {line.merchant.name}
                    </span>
                  )}
                  {line.cancelled_quantity > 0 && (
                    <span className="block text-sm font-semibold">{t("order.units_cancelled", { count: line.cancelled_quantity })}</span>
                  )}
                </p>
                <p className="tabular-nums">{money(line.total)}</p>
              </li>
            ))}
          </ul>
          <OrderTotals order={order} />
        </section>
        {isShipped(order) && <Returns order={order} access={returns} onChanged={onChanged} />}
        {isReviewable(order) && <OwnReviews order={order} access={reviews} />}
      </div>
      <div className="panel grid gap-6">
        <Fact title={t("order.contact")}>{order.email}</Fact>
        {shipTo && <Fact title={t("order.ship_to")}>{shipTo}</Fact>}
        {billTo && <Fact title={t("order.bill_to")}>{billTo === shipTo ? t("order.bill_same") : billTo}</Fact>}
        {order.shipping_name && <Fact title={t("order.shipping_by")}>{order.shipping_name}</Fact>}
        {IS_BOUGHT.has(order.status) && <Documents access={documents} />}
        <button type="button" className="button button-quiet no-print" onClick={() => window.print()}>
          {t("order.print")}
        </button>
      </div>
    </div>
  );
}

/** Not below the thanks for the order, when nobody has anything to say yet. A store need not tell of its parcels. */
function isReviewable(order: Order): boolean {
  return IS_BOUGHT.has(order.status) && (isShipped(order) || Date.now() - Date.parse(order.placed_at) > A_DAY_MS);
}

/** Only then can there be a return. */
function isShipped(order: Order): boolean {
  return order.lines.some((it) => it.fulfilled_quantity > 0);
}

function Fact({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <h3 className="font-body text-sm font-semibold">{title}</h3>
      <p className="mt-1 whitespace-pre-line break-words">{children}</p>
    </div>
  );
}

function OrderTotals({ order }: { order: Order }): ReactNode {
  const t = useTexts(orderTexts);
  const shop = useText();
  const money = useMoney();
  const { items, shipping, tax, total } = order.totals;
  const rows = [
    { name: shop("cart.items"), value: money(items) },
    { name: shop("cart.shipping"), value: shipping.amount === 0 ? shop("cart.shipping_free") : money(shipping) },
    ...(order.tax_included ? [] : [{ name: order.tax_name, value: money(tax) }]),
  ];
  return (
    <dl className="ms-auto mt-5 grid max-w-sm gap-2 tabular-nums">
      {rows.map(({ name, value }) => (
        <div key={name} className="flex justify-between gap-4">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div className="mt-1 flex justify-between gap-4 border-t border-line pt-3 text-lg font-semibold">
        <dt>{shop("cart.total")}</dt>
        <dd data-total="">{money(total)}</dd>
      </div>
      {order.tax_included && (
        <div className="flex justify-between gap-4 text-sm text-muted">
          <dt>{shop("cart.tax_included", { tax: order.tax_name })}</dt>
          <dd>{money(tax)}</dd>
        </div>
      )}
      {order.refunded.amount > 0 && (
        <div className="flex justify-between gap-4">
          <dt>{t("order.refunded_row")}</dt>
          <dd>{money(order.refunded)}</dd>
        </div>
      )}
    </dl>
  );
}
