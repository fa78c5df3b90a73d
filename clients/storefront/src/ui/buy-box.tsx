import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Product, ProductVariant } from "../sdk.ts";
import { useShop, useText } from "../shop/context.ts";
import { describe, failureOf } from "../shop/failure.ts";
import { useDrawer } from "../cart/drawer-state.ts";
import { ErrorNotice } from "./notice.tsx";
import { Quantity } from "./quantity.tsx";

/** What the shop says of a variant's stock: as much as the store shows. */
function stockText({ available, stock }: ProductVariant, t: ReturnType<typeof useText>): string {
  if (!available) return t("product.sold_out");
  const count = String(stock?.quantity ?? "");
  switch (stock?.level) {
    case "backorder":
      return t("product.backorder");
    case "low_stock":
      return count ? t("product.only_left", { count }) : t("product.few_left");
    default:
      return count ? t("product.count_in_stock", { count }) : t("product.in_stock");
  }
}

/** Quantity and the button that puts the variant into the cart. */
export function BuyBox({ product, variant }: { product: Product; variant: ProductVariant }): ReactNode {
  const t = useText();
  const { cart } = useShop();
  const drawer = useDrawer();
  const [quantity, setQuantity] = useState(1);
  const [isAdding, setAdding] = useState(false);
  const [problem, setProblem] = useState("");
  // Not the state: two clicks can come before the page is drawn again.
  const running = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // On a phone it would be below what is in sight.
    if (problem) form.current?.querySelector("[role=alert]")?.scrollIntoView({ block: "nearest" });
  }, [problem]);

  const add = async (): Promise<void> => {
    if (running.current || !variant.available) return;
    running.current = true;
    setAdding(true);
    setProblem("");
    try {
      await cart.add(variant.id, quantity);
      setQuantity(1);
      drawer.open(t("cart.added", { title: product.title }));
    } catch (error) {
      setProblem(describe(failureOf(error), t));
    } finally {
      running.current = false;
      setAdding(false);
    }
  };

  return (
    <form
      ref={form}
      className="mt-8"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <p className="mb-4 flex items-center gap-2 text-sm" role="status">
        <span aria-hidden="true" className={`size-2 rounded-full ${variant.available ? "bg-success" : "bg-edge"}`} />
        {stockText(variant, t)}
      </p>
      {product.final_sale && <p className="mb-4 text-sm font-semibold">{t("product.final_sale")}</p>}
      <div className="flex gap-3">
        {variant.available && (
          <Quantity value={quantity} label={t("product.quantity")} most={variant.stock?.quantity} onChange={setQuantity} />
        )}
        <button type="submit" className="button grow" disabled={!variant.available} aria-disabled={isAdding}>
          {!variant.available ? t("product.sold_out") : isAdding ? t("product.adding") : t("product.add")}
        </button>
      </div>
      <noscript>
        <p className="mt-3 text-sm">{t("product.needs_script")}</p>
      </noscript>
      {problem && <ErrorNotice className="mt-4">{problem}</ErrorNotice>}
    </form>
  );
}
