// Who orders, and where it goes.

import { useEffect, useState, type ReactNode } from "react";
import { Field } from "../form/field.tsx";
import { fieldError } from "../form/field-error.ts";
import { fieldTexts } from "../form/texts.ts";
import { useSubmit } from "../form/use-submit.ts";
import type { Account, Address, Cart } from "../sdk.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { AddressFields } from "./address-fields.tsx";
import { checkoutTexts } from "./texts.ts";

const ADDRESS_FIELDS = [
  "first_name",
  "last_name",
  "company",
  "street_name",
  "second_line",
  "postal_code",
  "city",
  "region",
  "phone",
] as const;

/** Loads the account first, if there is one: its name and address of e-mail are filled in. */
export function Details({ cart, onDone }: { cart: Cart; onDone: () => void }): ReactNode {
  const { api, session } = useServices();
  const [account, setAccount] = useState<Account | "loading" | undefined>(() =>
    session.isSignedIn() && !cart.email ? "loading" : undefined,
  );
  useEffect(() => {
    if (account !== "loading") return;
    api.getAccount().then(setAccount, () => setAccount(undefined));
  }, [account, api]);
  if (account === "loading") return <div className="skeleton h-64" />;
  return <DetailsForm cart={cart} account={account} onDone={onDone} />;
}

interface FormProps {
  cart: Cart;
  account: Account | undefined;
  onDone: () => void;
}

function DetailsForm({ cart, account, onDone }: FormProps): ReactNode {
  const t = useTexts(checkoutTexts);
  const f = useTexts(fieldTexts);
  const shop = useText();
  const { cart: store } = useShop();
  const { session } = useServices();
  const { form, failure, isRunning, onSubmit } = useSubmit(async (values) => {
    await store.update({ email: values["email"] ?? "", shipping_address: addressOf(values) });
    onDone();
  });
  const name: Partial<Address> = account ? { first_name: account.first_name, last_name: account.last_name } : {};
  const message = failure && (failure.fields.length > 0 ? f("form.check") : describe(failure, shop));
  return (
    <form ref={form} onSubmit={onSubmit} noValidate>
      {message && <ErrorNotice className="mb-6">{message}</ErrorNotice>}
      <section>
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-2xl">{t("checkout.contact")}</h2>
          {!session.isSignedIn() && (
            <a href="/account/login" className="link py-1 text-sm">
              {t("checkout.sign_in")}
            </a>
          )}
        </div>
        <Field
          name="email"
          type="email"
          required
          autoComplete="email"
          label={f("field.email")}
          defaultValue={cart.email ?? account?.email ?? ""}
          error={fieldError(failure, "/email", f)}
        />
      </section>
      <section className="mt-10">
        <h2 className="mb-4 text-2xl">{t("checkout.address")}</h2>
        <AddressFields initial={cart.shipping_address ?? name} failure={failure} />
      </section>
      <button type="submit" className="button mt-8 w-full sm:w-auto" aria-disabled={isRunning}>
        {isRunning ? t("checkout.saving") : t("checkout.to_shipping")}
      </button>
    </form>
  );
}

/** The fields that were filled in: those left empty are absent. */
function addressOf(values: Record<string, string>): Address {
  const filled = ADDRESS_FIELDS.flatMap((name) => (values[name] ? [[name, values[name]] as const] : []));
  return { street_name: "", country: values["country"] ?? "", ...Object.fromEntries(filled) };
}
