import type { ReactNode } from "react";
import type { Cart } from "../sdk.ts";
import { useMoney, useTexts } from "../shop/context.ts";
import { Picture } from "../ui/picture.tsx";
import { DownIcon } from "../ui/icons.tsx";
import { CartTotals } from "../ui/totals.tsx";
import { checkoutTexts } from "./texts.ts";

/** What is ordered and what it costs, always in sight on large screens. On small ones it opens, so that the form comes first. */
export function Summary({ cart }: { cart: Cart }): ReactNode {
  const t = useTexts(checkoutTexts);
  const money = useMoney();
  return (
    <section className="panel lg:sticky lg:top-28" aria-label={t("checkout.summary")}>
      <h2 className="hidden text-xl lg:block">{t("checkout.summary")}</h2>
      <details className="fold">
        <summary className="flex list-none items-center justify-between gap-4">
          <span className="font-heading text-xl">{t("checkout.summary")}</span>
          <span className="flex items-center gap-2 font-semibold tabular-nums">
            {money(cart.totals.total)}
            <DownIcon />
          </span>
        </summary>
        <Lines cart={cart} />
      </details>
    </section>
  );
}

function Lines({ cart }: { cart: Cart }): ReactNode {
  const money = useMoney();
  return (
    <>
      <ul className="my-5 grid gap-4">
        {cart.lines.map((line) => (
          <li key={line.id} className="flex items-center gap-4">
            <Picture image={line.image ? { url: line.image, alt: line.title } : undefined} decorative className="w-14 shrink-0" />
            <p className="min-w-0 grow text-sm">
              <span className="block font-medium">{line.title}</span>
              <span className="text-muted">
                {line.variant_title && `${line.variant_title} · `}
                {line.quantity} × {money(line.unit_price)}
              </span>
            </p>
            <p className="text-sm tabular-nums">{money(line.total)}</p>
          </li>
        ))}
      </ul>
      <div className="border-t border-line pt-5">
        <CartTotals cart={cart} />
      </div>
    </>
  );
}
