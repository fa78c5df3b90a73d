// What the drawer and the page of the cart have in common.

import { useRef, useState, type ReactNode } from "react";
import { useCart } from "../cart/use-cart.ts";
import type { Cart } from "../sdk.ts";
import { useShop, useText } from "../shop/context.ts";
import { describe, failureOf } from "../shop/failure.ts";
import { ErrorNotice } from "./notice.tsx";

/** Why there are no lines to show, or nothing. */
export function CartState({ children }: { children: (cart: Cart) => ReactNode }): ReactNode {
  const t = useText();
  const { cart: store } = useShop();
  const { phase, cart } = useCart();
  if (cart && cart.lines.length > 0) return children(cart);
  if (phase === "failed") {
    return (
      <ErrorNotice>
        <p>{t("error.offline")}</p>
        <button type="button" className="link mt-2" onClick={() => void store.refresh()}>
          {t("error.retry")}
        </button>
      </ErrorNotice>
    );
  }
  if (phase !== "ready") {
    return (
      <div aria-busy="true" aria-label={t("cart.loading")} role="status">
        <div className="skeleton h-24" />
        <div className="skeleton mt-5 h-24" />
      </div>
    );
  }
  return (
    <div className="py-10 text-center">
      <p className="text-lg">{t("cart.empty")}</p>
      <p className="mt-6">
        <a href="/products" className="button">
          {t("cart.continue")}
        </a>
      </p>
    </div>
  );
}

/** The way to checkout, when nothing is in it. */
export function CheckoutLink({ cart }: { cart: Cart }): ReactNode {
  const t = useText();
  const { busy } = useCart();
  if (cart.status !== "open") return <Reserved />;
  const isBlocked = cart.lines.some((it) => !it.available);
  if (isBlocked && busy.size === 0) return <ErrorNotice>{t("cart.unavailable")}</ErrorNotice>;
  return (
    <a href="/checkout" className="button w-full">
      {t("cart.checkout")}
    </a>
  );
}

function Reserved(): ReactNode {
  const t = useText();
  const { cart } = useShop();
  const [problem, setProblem] = useState("");
  const running = useRef(false);
  const change = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setProblem("");
    await cart.restart().catch((error: unknown) => setProblem(describe(failureOf(error), t)));
    running.current = false;
  };
  return (
    <div className="grid gap-3">
      <p className="text-sm">{t("cart.reserved")}</p>
      <a href="/checkout" className="button w-full">
        {t("cart.pay_now")}
      </a>
      <button type="button" className="button button-quiet w-full" onClick={() => void change()}>
        {t("cart.change_order")}
      </button>
      {problem && <ErrorNotice>{problem}</ErrorNotice>}
    </div>
  );
}
