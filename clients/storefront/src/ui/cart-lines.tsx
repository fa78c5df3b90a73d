import type { ReactNode } from "react";
import { useCart } from "../cart/use-cart.ts";
import type { ShopKey } from "../i18n/shop.en.ts";
import type { Cart, CartLine } from "../sdk.ts";
import { useMoney, useShop, useText } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { Picture } from "./picture.tsx";
import { Quantity } from "./quantity.tsx";

const NOTICES: Readonly<Record<string, ShopKey>> = {
  price_changed: "cart.notice_price",
  insufficient_stock: "cart.notice_stock",
  not_sellable: "cart.notice_gone",
};

/** The lines of the cart, the same in the drawer and on the page. */
export function CartLines({ cart }: { cart: Cart }): ReactNode {
  return (
    <ul className="divide-y divide-line">
      {cart.lines.map((line) => (
        <Line key={line.id} line={line} isFixed={cart.status !== "open"} />
      ))}
    </ul>
  );
}

function Line({ line, isFixed }: { line: CartLine; isFixed: boolean }): ReactNode {
  const t = useText();
  const money = useMoney();
  const { cart } = useShop();
  const { busy, failures } = useCart();
  const failure = failures.get(line.id);
  const notices = line.notices.flatMap((it) => NOTICES[it] ?? []);
  const isBusy = busy.has(line.id);
  return (
    <li className="flex gap-4 py-5" aria-busy={isBusy}>
      <Picture image={line.image ? { url: line.image, alt: line.title } : undefined} decorative className="w-20 shrink-0 self-start sm:w-24" />
      <div className="min-w-0 grow">
        <div className="flex justify-between gap-4">
          <div className="min-w-0">
            <h3 className="font-body text-base font-medium leading-snug">{line.title}</h3>
            {line.variant_title && <p className="text-sm text-muted">{line.variant_title}</p>}
          </div>
          <p className={`tabular-nums ${isBusy ? "opacity-50" : ""}`}>{money(line.total)}</p>
        </div>
        {line.quantity > 1 && <p className="text-sm text-muted">{t("cart.each", { price: money(line.unit_price) })}</p>}
        {!isFixed && (
          <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
            <Quantity
              small
              value={line.quantity}
              label={t("cart.quantity_of", { title: line.title })}
              onChange={(quantity) => cart.setQuantity(line.id, quantity)}
            />
            <button
              type="button"
              className="link py-2 text-sm"
              aria-label={t("cart.remove_item", { title: line.title })}
              onClick={() => cart.setQuantity(line.id, 0)}
            >
              {t("cart.remove")}
            </button>
          </div>
        )}
        <div role="status">
          {failure && <p className="mt-2 text-sm text-danger">{describe(failure, t)}</p>}
          {notices.map((key) => (
            <p key={key} className="mt-2 text-sm text-danger">
              {t(key)}
            </p>
          ))}
        </div>
      </div>
    </li>
  );
}
