// The payment form, which is Stripe's, and the button that pays.

import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Checkout, CheckoutPayment } from "../sdk.ts";
import { useMoney, useShop, useText, useTexts } from "../shop/context.ts";
import { href } from "../shop/route.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { loadStripe, type StripeClient, type StripeElements } from "./stripe.ts";
import { checkoutTexts } from "./texts.ts";

interface Props {
  checkout: Checkout;
  payment: CheckoutPayment;
  onPaid: () => void;
}

interface Mounted {
  client: StripeClient;
  elements: StripeElements;
}

export function Payment({ checkout, payment, onPaid }: Props): ReactNode {
  const t = useTexts(checkoutTexts);
  const money = useMoney();
  const { origin } = useShop();
  const { place, mounted, state, retry } = usePaymentForm(payment);
  const [isPaying, setPaying] = useState(false);
  const [problem, setProblem] = useState("");
  const running = useRef(false);

  const pay = async ({ client, elements }: Mounted): Promise<void> => {
    setProblem("");
    // Without the order's token: this URL goes to Stripe.
    const return_url = origin + href({ page: "order", id: checkout.order.id });
    const result = await client.confirmPayment({ elements, confirmParams: { return_url }, redirect: "if_required" });
    if (!result.error) return onPaid();
    // Beside its field already.
    if (result.error.type === "validation_error") return;
    setProblem(result.error.message ?? t("checkout.payment_failed"));
  };

  const submit = async (): Promise<void> => {
    if (running.current || !mounted) return;
    running.current = true;
    setPaying(true);
    await pay(mounted).catch(() => setProblem(t("checkout.payment_failed")));
    running.current = false;
    setPaying(false);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="mb-5">{t("checkout.reserved", { number: checkout.order.number })}</p>
      {state === "loading" && <div role="status" aria-label={t("checkout.payment_loading")} className="skeleton h-40" />}
      {state === "failed" && <LoadFailure onRetry={retry} />}
      <div ref={place} />
      {problem && <ErrorNotice className="mt-5">{problem}</ErrorNotice>}
      {state === "ready" && (
        <button type="submit" className="button mt-6 w-full" aria-disabled={isPaying}>
          {isPaying ? t("checkout.paying") : t("checkout.pay", { total: money(checkout.order.total) })}
        </button>
      )}
    </form>
  );
}

function LoadFailure({ onRetry }: { onRetry: () => void }): ReactNode {
  const t = useTexts(checkoutTexts);
  const shop = useText();
  return (
    <ErrorNotice>
      <p>{t("checkout.payment_unavailable")}</p>
      <button type="button" className="link mt-2" onClick={onRetry}>
        {shop("error.retry")}
      </button>
    </ErrorNotice>
  );
}

interface PaymentForm {
  place: React.RefObject<HTMLDivElement | null>;
  mounted: Mounted | undefined;
  state: "loading" | "ready" | "failed";
  retry: () => void;
}

/** Loads the script and mounts its form. */
function usePaymentForm({ client_secret: clientSecret, publishable_key: key, account }: CheckoutPayment): PaymentForm {
  const { config, store } = useShop();
  const place = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState<Mounted>();
  const [state, setState] = useState<PaymentForm["state"]>("loading");
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    let element: { destroy(): void } | undefined;
    setState("loading");
    const mount = async (): Promise<void> => {
      if (!clientSecret || !config.stripe_js) throw new Error("there is nothing to pay with");
      const stripe = await loadStripe(config.stripe_js);
      if (!isCurrent || !place.current) return;
      const client = stripe(key, account ? { stripeAccount: account } : undefined);
      const elements = client.elements({ clientSecret, locale: store.locale.slice(0, 2), appearance: appearance() });
      const made = elements.create("payment");
      element = made;
      made.on("ready", () => setState("ready"));
      made.mount(place.current);
      setMounted({ client, elements });
    };
    mount().catch(() => isCurrent && setState("failed"));
    return () => {
      isCurrent = false;
      element?.destroy();
    };
  }, [clientSecret, key, account, config.stripe_js, store.locale, attempt]);
  return { place, mounted, state, retry: () => setAttempt(attempt + 1) };
}

/** The brand's look, for a form in a frame that knows nothing of the page. */
function appearance(): object {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    variables: {
      colorPrimary: token("--t-primary"),
      colorBackground: token("--t-background"),
      colorText: token("--t-text"),
      borderRadius: token("--t-radius"),
    },
  };
}
