// Pages whose code is loaded when they are opened. The server and the first drawing in the browser show their frame.

import type { ComponentType, ReactNode } from "react";
import { useText } from "../shop/context.ts";
import type { AccountView, NewsletterView, StaffView } from "../shop/route.ts";
import { lazy, type WaitingProps } from "../ui/lazy.tsx";
import { ErrorNotice } from "../ui/notice.tsx";

declare const __SERVER__: boolean;

function lazyPage<Props extends object>(load: (() => Promise<ComponentType<Props>>) | undefined): ComponentType<Props> {
  return lazy(load, Waiting);
}

function Waiting({ hasFailed, onRetry }: WaitingProps): ReactNode {
  const t = useText();
  return (
    <div className="wrap min-h-[60vh] py-10 lg:py-16">
      {hasFailed ? (
        <ErrorNotice>
          <p>{t("error.page")}</p>
          <button type="button" className="link mt-2" onClick={onRetry}>
            {t("error.retry")}
          </button>
        </ErrorNotice>
      ) : (
        <div role="status" aria-label={t("loading")}>
          <div className="skeleton h-10 w-56" />
          <div className="skeleton mt-8 h-64 max-w-xl" />
        </div>
      )}
    </div>
  );
}

export const CheckoutPage = lazyPage<object>(
  __SERVER__ ? undefined : async () => (await import("../checkout/checkout-page.tsx")).CheckoutPage,
);
export const OrderPage = lazyPage<{ id: string }>(
  __SERVER__ ? undefined : async () => (await import("../order/order-page.tsx")).OrderPage,
);
export const FindOrderPage = lazyPage<object>(
  __SERVER__ ? undefined : async () => (await import("../order/find-order.tsx")).FindOrderPage,
);
export const AccountPage = lazyPage<{ view: AccountView | "order"; orderId?: string }>(
  __SERVER__ ? undefined : async () => (await import("../account/account-page.tsx")).AccountPage,
);
export const NewsletterPage = lazyPage<{ view: NewsletterView }>(
  __SERVER__ ? undefined : async () => (await import("../newsletter/newsletter-page.tsx")).NewsletterPage,
);
export const StaffPage = lazyPage<{ view: StaffView }>(
  __SERVER__ ? undefined : async () => (await import("../staff/staff-page.tsx")).StaffPage,
);

/** No page, but loaded as late: few visitors ever see it. */
export const Takeover = lazy<object>(
  __SERVER__ ? undefined : async () => (await import("../cart/takeover.tsx")).Takeover,
  // The cart says what is in it.
  () => null,
);

/** Loaded for those who have not answered yet, and for those who change their answer. */
export const ConsentBar = lazy<object>(
  __SERVER__ ? undefined : async () => (await import("../analytics/consent-bar.tsx")).ConsentBar,
  () => null,
);
