// Checkout on one page: contact and addresses, shipping, payment. What is done is folded to a summary.

import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { useShopEvent } from "../analytics/use-analytics.ts";
import { rememberOrder } from "../order/known-orders.ts";
import type { Cart, Checkout } from "../sdk.ts";
import { addressLines } from "../shop/address.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe, failureOf } from "../shop/failure.ts";
import { href } from "../shop/route.ts";
import { CartState } from "../ui/cart-view.tsx";
import { ErrorNotice } from "../ui/notice.tsx";
import { Details } from "./details.tsx";
import { Payment } from "./payment.tsx";
import { placeOrder } from "./place.ts";
import { Shipping } from "./shipping.tsx";
import { Summary } from "./summary.tsx";
import { checkoutTexts } from "./texts.ts";

export function CheckoutPage(): ReactNode {
  const shop = useText();
  const [isLeaving, setLeaving] = useState(false);
  return (
    <div className="wrap py-8 lg:py-14">
      <h1 tabIndex={-1} className="text-heading">
        {shop("checkout.title")}
      </h1>
      <div className="mt-6 lg:mt-10">
        {isLeaving ? <Leaving /> : <CartState>{(cart) => <Stages cart={cart} onLeave={() => setLeaving(true)} />}</CartState>}
      </div>
    </div>
  );
}

function Leaving(): ReactNode {
  const t = useTexts(checkoutTexts);
  return (
    <p role="status" className="py-10">
      {t("checkout.opening")}
    </p>
  );
}

function Stages({ cart, onLeave }: { cart: Cart; onLeave: () => void }): ReactNode {
  const { cart: store, navigate } = useShop();
  const { storage } = useServices();
  const [isEditing, setEditing] = useState(!hasDetails(cart));
  const [checkout, setCheckout] = useState<Checkout>();
  const [wasEdited, setEdited] = useState(false);
  useShopEvent("checkout_started");

  const open = useCallback(
    (id: string) => {
      onLeave();
      store.forget();
      navigate(href({ page: "order", id }));
    },
    [navigate, onLeave, store],
  );
  const placed = useCallback(
    (made: Checkout) => {
      rememberOrder(storage, made.order.id, made.order.token);
      const isOpen = made.payment?.client_secret !== undefined && made.order.status === "pending_payment";
      if (!isOpen) return open(made.order.id);
      setCheckout(made);
      // The cart is reserved now; other tabs and the header know it by its status.
      void store.refresh();
    },
    [open, storage, store],
  );

  const isReserved = cart.status !== "open";
  const stage = checkout || isReserved ? "payment" : isEditing ? "details" : "shipping";
  return (
    <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-16">
      <Summary cart={cart} />
      <div className="lg:col-start-1 lg:row-start-1">
        {stage === "details" && (
          <Details
            cart={cart}
            onDone={() => {
              setEdited(true);
              setEditing(false);
            }}
          />
        )}
        {stage !== "details" && <Done cart={cart} onEdit={stage === "shipping" ? () => setEditing(true) : undefined} />}
        {stage === "shipping" && (
          <Stage name="checkout.shipping" focus={wasEdited}>
            <Shipping cart={cart} onPlaced={placed} onIncomplete={() => setEditing(true)} />
          </Stage>
        )}
        {stage === "payment" && (
          <Stage name="checkout.payment" focus={checkout !== undefined}>
            {checkout?.payment ? (
              <Payment checkout={checkout} payment={checkout.payment} onPaid={() => open(checkout.order.id)} />
            ) : (
              <Resume cart={cart} onPlaced={placed} />
            )}
          </Stage>
        )}
      </div>
    </div>
  );
}

interface StageProps {
  name: "checkout.shipping" | "checkout.payment";
  /** Whether the shopper has come here by finishing the stage before. */
  focus: boolean;
  children: ReactNode;
}

function Stage({ name, focus, children }: StageProps): ReactNode {
  const t = useTexts(checkoutTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  return (
    <section className="mt-10">
      <h2 ref={heading} tabIndex={-1} className="mb-4 text-2xl outline-none">
        {t(name)}
      </h2>
      {children}
    </section>
  );
}

/** Contact and addresses, once they are entered. */
function Done({ cart, onEdit }: { cart: Cart; onEdit: (() => void) | undefined }): ReactNode {
  const t = useTexts(checkoutTexts);
  const { store } = useShop();
  const { shipping_address: address, billing_address: billing } = cart;
  return (
    <div className="panel flex items-start justify-between gap-4">
      <div className="min-w-0 break-words">
        <p className="font-semibold">{cart.email}</p>
        {address && <p className="mt-1 whitespace-pre-line">{addressLines(address, store.locale).join("\n")}</p>}
        {billing && (
          <>
            <p className="mt-4 text-sm font-semibold">{t("checkout.billing")}</p>
            <p className="mt-1 whitespace-pre-line">{addressLines(billing, store.locale).join("\n")}</p>
          </>
        )}
      </div>
      {onEdit && (
        <button type="button" className="link shrink-0 py-1" aria-label={t("checkout.edit_details")} onClick={onEdit}>
          {t("checkout.edit")}
        </button>
      )}
    </div>
  );
}

/** Asks for the payment of an order that was placed before: the API returns the same order. */
function Resume({ cart, onPlaced }: { cart: Cart; onPlaced: (checkout: Checkout) => void }): ReactNode {
  const shop = useText();
  const { cart: store, store: settings } = useShop();
  const { api, storage } = useServices();
  const [problem, setProblem] = useState("");
  const [attempt, setAttempt] = useState(0);
  const { total } = cart.totals;
  useEffect(() => {
    const { ref } = store;
    if (!ref) return;
    setProblem("");
    placeOrder(api, storage, { ref, total, provider: settings.payment_providers[0] }, () => crypto.randomUUID()).then(
      onPlaced,
      (error: unknown) => {
        setProblem(describe(failureOf(error), shop));
        // Its order may have been cancelled meanwhile.
        void store.refresh();
      },
    );
  }, [attempt]);
  if (!problem) return <div className="skeleton h-40" role="status" aria-label={shop("loading")} />;
  return (
    <ErrorNotice>
      <p>{problem}</p>
      <button type="button" className="link mt-2" onClick={() => setAttempt(attempt + 1)}>
        {shop("error.retry")}
      </button>
    </ErrorNotice>
  );
}

function hasDetails(cart: Cart): boolean {
  return cart.email !== undefined && cart.shipping_address !== undefined;
}
