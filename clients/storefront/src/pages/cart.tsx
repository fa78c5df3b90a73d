import type { ReactNode } from "react";
import { useText } from "../shop/context.ts";
import { CartLines } from "../ui/cart-lines.tsx";
import { CartState, CheckoutLink } from "../ui/cart-view.tsx";
import { CartTotals } from "../ui/totals.tsx";

export function CartPage(): ReactNode {
  const t = useText();
  return (
    <div className="wrap py-10 lg:py-16">
      <h1 tabIndex={-1} className="text-heading">
        {t("cart.title")}
      </h1>
      <div className="mt-6 lg:mt-10">
        <CartState>
          {(cart) => (
            <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
              <CartLines cart={cart} />
              <div className="panel grid gap-6 lg:sticky lg:top-28">
                <CartTotals cart={cart} />
                <CheckoutLink cart={cart} />
              </div>
            </div>
          )}
        </CartState>
      </div>
    </div>
  );
}
