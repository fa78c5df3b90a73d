// What signing in has left out of the cart, with the reason for each line.

import type { ReactNode } from "react";
import type { CartLeftOut } from "../sdk.ts";
import { useShop, useText, useTexts } from "../shop/context.ts";
import { CloseIcon } from "../ui/icons.tsx";
import { takeoverTexts, type TakeoverKey } from "./takeover-texts.ts";
import { useCart } from "./use-cart.ts";

export function Takeover(): ReactNode {
  const t = useTexts(takeoverTexts);
  const shop = useText();
  const { cart } = useShop();
  const { takeover } = useCart();
  if (!takeover) return null;
  const close = (): void => {
    cart.dismissTakeover();
    // The button that was pressed goes away.
    document.getElementById("content")?.focus();
  };
  return (
    <section aria-labelledby="takeover" className="wrap no-print mt-6">
      <div className="panel relative pe-14">
        <h2 id="takeover" className="text-xl">
          {t("takeover.title")}
        </h2>
        <p className="mt-2 max-w-prose">{t("takeover.text")}</p>
        <ul className="mt-3 grid max-w-prose gap-2">
          {takeover.left_out.map((it, at) => (
            <li key={at} className="break-words">
              <span className="font-medium">{[it.title, it.variant_title].filter(Boolean).join(" · ")}</span>
              <span className="block text-sm text-muted">{leftOut(it, t)}</span>
            </li>
          ))}
        </ul>
        <a href="/cart" className="link mt-4 inline-block py-1">
          {shop("cart.view")}
        </a>
        <button type="button" className="icon-button absolute end-2 top-2" aria-label={shop("product.close")} onClick={close}>
          <CloseIcon />
        </button>
      </div>
    </section>
  );
}

// A reason that is newer than this shop is left out.
const REASONS: Readonly<Record<string, TakeoverKey>> = {
  not_sellable: "takeover.not_sellable",
  other_currency: "takeover.other_currency",
  stock_limit: "takeover.stock_limit",
  quantity_limit: "takeover.quantity_limit",
  line_limit: "takeover.line_limit",
  rule: "takeover.rule",
};

function leftOut({ wanted, kept, reason }: CartLeftOut, t: (key: TakeoverKey, values?: Record<string, number>) => string): string {
  const units = kept === 0 ? t("takeover.none") : t("takeover.some", { kept, wanted });
  const why = REASONS[reason];
  return why ? `${units}: ${t(why)}` : units;
}
