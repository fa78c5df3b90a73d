import type { ReactNode } from "react";
import type { Cart } from "../sdk.ts";
import { useMoney, useShop, useText } from "../shop/context.ts";

/** The sums of a cart. Shipping has no price before an option is chosen. */
export function CartTotals({ cart }: { cart: Cart }): ReactNode {
  const t = useText();
  const money = useMoney();
  const { store } = useShop();
  const { items, shipping, tax, total } = cart.totals;
  const hasShipping = cart.shipping_option_id !== undefined;
  const price = shipping.amount === 0 ? t("cart.shipping_free") : money(shipping);
  return (
    <dl className="grid gap-2 tabular-nums">
      <Row name={t("cart.items")} value={money(items)} />
      <Row name={t("cart.shipping")} value={hasShipping ? price : t("cart.shipping_later")} />
      {!cart.tax_included && <Row name={t("cart.tax", { tax: store.tax.name })} value={money(tax)} />}
      <div className="mt-2 flex items-baseline justify-between gap-4 border-t border-line pt-4 text-lg font-semibold">
        <dt>{t("cart.total")}</dt>
        <dd data-total="">{money(total)}</dd>
      </div>
      {cart.tax_included && <Row small name={t("cart.tax_included", { tax: store.tax.name })} value={money(tax)} />}
    </dl>
  );
}

function Row({ name, value, small = false }: { name: string; value: string; small?: boolean }): ReactNode {
  return (
    <div className={`flex justify-between gap-4 ${small ? "text-sm text-muted" : ""}`}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
