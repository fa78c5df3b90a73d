// How it gets there, and the button that orders.

import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Cart, Checkout, Money, ShippingOption } from "../sdk.ts";
import { hasCode } from "../sdk.ts";
import { useMoney, useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe, failureOf, type Failure } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { placeOrder } from "./place.ts";
import { checkoutTexts } from "./texts.ts";

interface Props {
  cart: Cart;
  onPlaced: (checkout: Checkout) => void;
  /** The API wants other contact details or another address. */
  onIncomplete: () => void;
}

export function Shipping({ cart, onPlaced, onIncomplete }: Props): ReactNode {
  const t = useTexts(checkoutTexts);
  const shop = useText();
  const { options, failure, choose, isSaving, reload } = useShippingOptions(cart);
  if (failure) {
    return (
      <ErrorNotice>
        <p>{describe(failure, shop)}</p>
        <button type="button" className="link mt-2" onClick={reload}>
          {shop("error.retry")}
        </button>
      </ErrorNotice>
    );
  }
  if (!options) return <div className="skeleton h-32" role="status" aria-label={shop("loading")} />;
  if (options.length === 0) return <ErrorNotice>{t("checkout.no_shipping")}</ErrorNotice>;
  return (
    <>
      <Options options={options} chosen={cart.shipping_option_id} onChoose={choose} />
      <PlaceOrder cart={cart} isSaving={isSaving} onPlaced={onPlaced} onIncomplete={onIncomplete} />
    </>
  );
}

interface OptionsProps {
  options: readonly ShippingOption[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

function Options({ options, chosen, onChoose }: OptionsProps): ReactNode {
  const t = useTexts(checkoutTexts);
  const shop = useText();
  const money = useMoney();
  return (
    <fieldset>
      <legend className="sr-only">{t("checkout.shipping_options")}</legend>
      <div className="grid gap-3">
        {options.map(({ id, name, price }) => (
          <label key={id} className="option flex items-center gap-3 py-3.5">
            <input type="radio" name="shipping" value={id} checked={id === chosen} onChange={() => onChoose(id)} className="size-4" />
            <span className="grow">{name}</span>
            <span className="tabular-nums">{price.amount === 0 ? shop("cart.shipping_free") : money(price)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The cart's options. The first is chosen when none is, or when the chosen one is no longer offered. */
function useShippingOptions(cart: Cart) {
  const { cart: store } = useShop();
  const [options, setOptions] = useState<readonly ShippingOption[]>();
  const [failure, setFailure] = useState<Failure>();
  const [saving, setSaving] = useState(0);
  const [attempt, setAttempt] = useState(0);
  const { shipping_address: address, shipping_option_id: chosen } = cart;

  const choose = (id: string): void => {
    setSaving((count) => count + 1);
    store
      .update({ shipping_option_id: id })
      .catch((error: unknown) => setFailure(failureOf(error)))
      .finally(() => setSaving((count) => count - 1));
  };
  useEffect(() => {
    let isCurrent = true;
    setFailure(undefined);
    store.shippingOptions().then(
      (found) => isCurrent && setOptions(found),
      (error: unknown) => isCurrent && setFailure(failureOf(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [store, address?.country, attempt]);
  const first = options && !options.some(({ id }) => id === chosen) ? options[0]?.id : undefined;
  useEffect(() => {
    if (first) choose(first);
  }, [first]);
  return { options, failure, choose, isSaving: saving > 0, reload: () => setAttempt(attempt + 1) };
}

type Problem = { kind: "changed"; before: Money; after: Money } | { kind: "stock" } | { kind: "text"; text: string };

function PlaceOrder({ cart, isSaving, onPlaced, onIncomplete }: Props & { isSaving: boolean }): ReactNode {
  const t = useTexts(checkoutTexts);
  const shop = useText();
  const money = useMoney();
  const { cart: store, store: settings } = useShop();
  const { api, storage } = useServices();
  const [isPlacing, setPlacing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef(false);
  const { total } = cart.totals;
  const mayPlace = !isSaving && cart.shipping_option_id !== undefined;

  const place = async (): Promise<void> => {
    const { ref } = store;
    if (running.current || !mayPlace || !ref) return;
    running.current = true;
    setPlacing(true);
    setProblem(undefined);
    try {
      const provider = settings.payment_providers[0];
      onPlaced(await placeOrder(api, storage, { ref, total, provider }, () => crypto.randomUUID()));
    } catch (error) {
      await explain(error);
    } finally {
      running.current = false;
      setPlacing(false);
    }
  };

  const explain = async (error: unknown): Promise<void> => {
    const failure = failureOf(error);
    if (failure.kind === "offline") return setProblem({ kind: "text", text: t("checkout.offline") });
    if (failure.kind !== "refused") return setProblem({ kind: "text", text: describe(failure, shop) });
    await store.refresh();
    if (hasCode(error, "cart_changed")) {
      const after = error.problem["current_total"] as Money;
      return setProblem({ kind: "changed", before: total, after });
    }
    const isStock = failure.code === "insufficient_stock" || failure.fields.some((it) => it.pointer.startsWith("/lines"));
    if (isStock) return setProblem({ kind: "stock" });
    if (failure.fields.length > 0) return onIncomplete();
    setProblem({ kind: "text", text: describe(failure, shop) });
  };

  return (
    <div className="mt-8">
      {problem && <PlaceProblem problem={problem} />}
      <button type="button" className="button w-full" aria-disabled={isPlacing || !mayPlace} onClick={() => void place()}>
        {isPlacing
          ? t("checkout.placing")
          : total.amount > 0
            ? t("checkout.place", { total: money(total) })
            : t("checkout.place_free")}
      </button>
    </div>
  );
}

function PlaceProblem({ problem }: { problem: Problem }): ReactNode {
  const t = useTexts(checkoutTexts);
  const money = useMoney();
  if (problem.kind === "text") return <ErrorNotice className="mb-4">{problem.text}</ErrorNotice>;
  if (problem.kind === "stock") {
    return (
      <ErrorNotice className="mb-4">
        <p>{t("checkout.stock")}</p>
        <a href="/cart" className="link mt-1 inline-block">
          {t("checkout.to_cart")}
        </a>
      </ErrorNotice>
    );
  }
  return (
    <ErrorNotice className="mb-4">
      <p className="font-semibold">{t("checkout.changed_title")}</p>
      <p>{t("checkout.changed", { before: money(problem.before), after: money(problem.after) })}</p>
    </ErrorNotice>
  );
}
