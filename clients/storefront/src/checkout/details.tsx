// Who orders, and where it goes.

import { useEffect, useState, type ReactNode } from "react";
import { Field } from "../form/field.tsx";
import { fieldError } from "../form/field-error.ts";
import { fieldTexts } from "../form/texts.ts";
import { useSubmit } from "../form/use-submit.ts";
import type { Account, Address, Cart, SavedAddress } from "../sdk.ts";
import { addressLines } from "../shop/address.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { AddressFields, addressOf } from "./address-fields.tsx";
import { checkoutTexts } from "./texts.ts";

/** What the account says about its shopper. */
interface Known {
  account: Account;
  addresses: readonly SavedAddress[];
}

/** Loads the account first, if there is one: its address of e-mail is filled in, and its addresses are offered. */
export function Details({ cart, onDone }: { cart: Cart; onDone: () => void }): ReactNode {
  const { api, session } = useServices();
  const [known, setKnown] = useState<Known | "loading" | undefined>(() => (session.isSignedIn() ? "loading" : undefined));
  useEffect(() => {
    if (known !== "loading") return;
    Promise.all([api.getAccount(), api.listAddresses()]).then(
      ([account, { data: addresses }]) => setKnown({ account, addresses }),
      () => setKnown(undefined),
    );
  }, [known, api]);
  if (known === "loading") return <div className="skeleton h-64" />;
  return <DetailsForm cart={cart} known={known} onDone={onDone} />;
}

interface FormProps {
  cart: Cart;
  known: Known | undefined;
  onDone: () => void;
}

function DetailsForm({ cart, known, onDone }: FormProps): ReactNode {
  const t = useTexts(checkoutTexts);
  const f = useTexts(fieldTexts);
  const shop = useText();
  const { cart: store } = useShop();
  const { session } = useServices();
  const addresses = known?.addresses ?? [];
  const [chosen, choose] = useState(() => firstChoice(cart, addresses));
  const { form, failure, isRunning, onSubmit } = useSubmit(async (values) => {
    const address = chosen ? { shipping_address_id: chosen } : { shipping_address: addressOf(values) };
    await store.update({ email: values["email"] ?? "", ...address });
    onDone();
  });
  const name: Partial<Address> = known ? { first_name: known.account.first_name, last_name: known.account.last_name } : {};
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
          defaultValue={cart.email ?? known?.account.email ?? ""}
          error={fieldError(failure, "/email", f)}
        />
      </section>
      <section className="mt-10">
        <h2 className="mb-4 text-2xl">{t("checkout.address")}</h2>
        {addresses.length > 0 && <SavedAddresses addresses={addresses} chosen={chosen} onChoose={choose} />}
        {!chosen && <AddressFields initial={cart.shipping_address ?? name} failure={failure} />}
      </section>
      <button type="submit" className="button mt-8 w-full sm:w-auto" aria-disabled={isRunning}>
        {isRunning ? t("checkout.saving") : t("checkout.to_shipping")}
      </button>
    </form>
  );
}

/** The saved address that the cart has, or the one to begin with; empty for another. */
function firstChoice(cart: Cart, addresses: readonly SavedAddress[]): string {
  const { shipping_address: current } = cart;
  if (!current) return (addresses.find((it) => it.is_default_shipping) ?? addresses[0])?.id ?? "";
  const text = (address: Address): string => JSON.stringify(Object.entries(address).sort());
  return addresses.find((it) => text(it.address) === text(current))?.id ?? "";
}

interface SavedProps {
  addresses: readonly SavedAddress[];
  chosen: string;
  onChoose: (id: string) => void;
}

function SavedAddresses({ addresses, chosen, onChoose }: SavedProps): ReactNode {
  const t = useTexts(checkoutTexts);
  const { store } = useShop();
  const choices = addresses.map(({ id, address }) => ({ id, text: addressLines(address, store.locale).join(", ") }));
  return (
    <fieldset className="mb-6">
      <legend className="sr-only">{t("checkout.saved_addresses")}</legend>
      <div className="grid gap-3">
        {[...choices, { id: "", text: t("checkout.other_address") }].map(({ id, text }) => (
          <label key={id} className="option flex items-center gap-3 py-3.5">
            <input type="radio" name="saved" value={id} checked={id === chosen} onChange={() => onChoose(id)} className="size-4" />
            <span className="min-w-0 break-words">{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
