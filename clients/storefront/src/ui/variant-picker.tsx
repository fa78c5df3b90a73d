import type { ReactNode } from "react";
import type { Product, ProductVariant } from "../sdk.ts";
import { useShop, useText } from "../shop/context.ts";
import { href } from "../shop/route.ts";
import { valueState, variantWith } from "../shop/variants.ts";

/** One group of radio buttons for each option. The choice is in the URL, so it can be shared and survives a reload. */
export function VariantPicker({ product, variant }: { product: Product; variant: ProductVariant }): ReactNode {
  const t = useText();
  const { navigate, services } = useShop();
  const choose = (option: number, value: string): void => {
    const next = variantWith(product, variant, option, value);
    if (next) navigate(href({ page: "product", slug: product.slug, variant: next.id }), { replace: true });
  };
  const note = { available: "", sold_out: t("product.option_sold_out"), missing: t("product.option_missing") };
  return (
    <div className="mt-8 grid gap-6">
      {product.options.map((option, index) => (
        <fieldset key={option.name}>
          <legend className="text-sm font-semibold">
            {option.name}
            <span className="ms-2 font-normal text-muted">{variant.options[index]}</span>
          </legend>
          <div className="mt-2.5 flex flex-wrap gap-2">
            {option.values.map((value) => {
              const state = valueState(product, variant, index, value);
              return (
                <label key={value} className={`option ${state === "available" ? "" : "option-off"}`}>
                  <input
                    type="radio"
                    className="sr-only"
                    name={`option-${index}`}
                    value={value}
                    checked={variant.options[index] === value}
                    disabled={!services}
                    onChange={() => choose(index, value)}
                  />
                  {value}
                  {note[state] && <span className="sr-only">, {note[state]}</span>}
                </label>
              );
            })}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
