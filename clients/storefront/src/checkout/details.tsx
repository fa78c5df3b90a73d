// Who orders, where it goes, and who is billed.

import { useEffect, useRef, useState, type ReactNode } from "react";
import { Field } from "../form/field.tsx";
import { fieldError } from "../form/field-error.ts";
import { fieldTexts } from "../form/texts.ts";
import { useSubmit } from "../form/use-submit.ts";
import type { Account, Address, Cart, CreateAddress, SavedAddress } from "../sdk.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { AddressChoice, addressToSave, changeOf, firstChoice, isSameAddress } from "./address-choice.tsx";
import { Billing } from "./billing.tsx";
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
  const { api, session } = useServices();
  const addresses = known?.addresses ?? [];
  const [chosen, choose] = useState(() => firstChoice(cart.shipping_address, addresses, "shipping"));
  const [isSame, setSame] = useState(!cart.billing_address);
  const [billed, bill] = useState(() => firstChoice(cart.billing_address, addresses, "billing"));
  // What a form that was sent before has saved counts too.
  const saved = useRef(addresses.map((it) => it.address));
  const save = async (created: CreateAddress): Promise<void> => {
    if (saved.current.some((it) => isSameAddress(it, created.address))) return;
    await api.createAddress(created);
    saved.current.push(created.address);
  };
  const { form, failure, isRunning, onSubmit } = useSubmit(async (values) => {
    const billing = isSame ? { billing_address: null } : changeOf("billing", billed, values);
    await store.update({ email: values["email"] ?? "", ...changeOf("shipping", chosen, values), ...billing });
    const [address, other] = [addressToSave("shipping", values), addressToSave("billing", values)];
    if (address) await save({ address });
    if (other) await save({ address: other, is_default_shipping: false });
    onDone();
  });
  const name: Partial<Address> = known ? { first_name: known.account.first_name, last_name: known.account.last_name } : {};
  const isFull = failure?.code === "too_many_addresses";
  const message =
    failure && (isFull ? t("checkout.too_many_addresses") : failure.fields.length > 0 ? f("form.check") : describe(failure, shop));
  const shared = { addresses, failure, maySave: known !== undefined };
  return (
    <form ref={form} onSubmit={onSubmit} noValidate>
      {message && <ErrorNotice className="mb-6">{message}</ErrorNotice>}
      <section>
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-2xl">{t("checkout.contact")}</h2>
          {!session.isSignedIn() && (
            <a href="/account/login?to=checkout" className="link py-1 text-sm">
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
        <AddressChoice
          {...shared}
          purpose="shipping"
          chosen={chosen}
          onChoose={choose}
          initial={cart.shipping_address ?? name}
        />
      </section>
      <Billing isSame={isSame} onChange={setSame}>
        <AddressChoice {...shared} purpose="billing" chosen={billed} onChoose={bill} initial={cart.billing_address ?? name} />
      </Billing>
      <button type="submit" className="button mt-8 w-full sm:w-auto" aria-disabled={isRunning}>
        {isRunning ? t("checkout.saving") : t("checkout.to_shipping")}
      </button>
    </form>
  );
}
