import type { ReactNode } from "react";
import { formatDay } from "../format/date.ts";
import type { Fulfillment, Order } from "../sdk.ts";
import { useShop, useTexts } from "../shop/context.ts";
import { orderTexts } from "./texts.ts";

/** The parcels of an order, with what is in them and where they are. */
export function Parcels({ order }: { order: Order }): ReactNode {
  const t = useTexts(orderTexts);
  if (order.fulfillments.length === 0) return null;
  return (
    <section aria-labelledby="order-parcels" className="mb-10">
      <h2 id="order-parcels" className="text-xl">
        {t("order.parcels")}
      </h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {order.fulfillments.map((parcel) => (
          <Parcel key={parcel.id} order={order} parcel={parcel} />
        ))}
      </ul>
    </section>
  );
}

function Parcel({ order, parcel }: { order: Order; parcel: Fulfillment }): ReactNode {
  const t = useTexts(orderTexts);
  const { store } = useShop();
  const titles = new Map(order.lines.map((line) => [line.id, line.title]));
  const goods = parcel.lines.map((line) => `${line.quantity} × ${titles.get(line.line_id) ?? ""}`).join(", ");
  const tracking = [parcel.carrier, parcel.tracking_number].filter(Boolean).join(" ");
  return (
    <li className="py-4" data-parcel={parcel.status}>
      <p className="font-medium">
        {parcel.delivered_at
          ? t("order.delivered_on", { date: formatDay(parcel.delivered_at, store.locale) })
          : t("order.shipped_on", { date: formatDay(parcel.shipped_at, store.locale) })}
      </p>
      <p className="text-sm text-muted">{goods}</p>
      {tracking && <p className="mt-1 break-words text-sm">{tracking}</p>}
      {parcel.tracking_url?.startsWith("https://") && (
        <a href={parcel.tracking_url} rel="noopener noreferrer" className="link mt-1 inline-block py-1">
          {t("order.track")}
        </a>
      )}
    </li>
  );
}
