// Who is billed: the shipping address, unless the shopper writes or chooses another.

import type { ReactNode } from "react";
import { useTexts } from "../shop/context.ts";
import { checkoutTexts } from "./texts.ts";

interface Props {
  isSame: boolean;
  onChange: (isSame: boolean) => void;
  /** The other address. */
  children: ReactNode;
}

export function Billing({ isSame, onChange, children }: Props): ReactNode {
  const t = useTexts(checkoutTexts);
  const choices = [
    { value: "same", text: t("checkout.billing_same"), is: isSame },
    { value: "other", text: t("checkout.billing_other"), is: !isSame },
  ];
  return (
    <section className="mt-10">
      <fieldset>
        <legend className="mb-4">
          <h2 className="text-2xl">{t("checkout.billing")}</h2>
        </legend>
        <div className="grid gap-3">
          {choices.map(({ value, text, is }) => (
            <label key={value} className="option flex items-center gap-3 py-3.5">
              <input
                type="radio"
                name="billing"
                value={value}
                checked={is}
                onChange={() => onChange(value === "same")}
                className="size-4"
              />
              <span className="min-w-0">{text}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {!isSame && <div className="mt-6">{children}</div>}
    </section>
  );
}
