// An address of an order: one of the account's, or one that is written here.

import type { ReactNode } from "react";
import type { Address, SavedAddress } from "../sdk.ts";
import { addressLines } from "../shop/address.ts";
import type { CartChange } from "../cart/store.ts";
import { useShop, useTexts } from "../shop/context.ts";
import type { Failure } from "../shop/failure.ts";
import { AddressFields, addressOf } from "./address-fields.tsx";
import { checkoutTexts } from "./texts.ts";

export type Purpose = "shipping" | "billing";

/** What the fields of the billing address are called in the form: those of the other have plain names. */
const PREFIX: Readonly<Record<Purpose, string>> = { shipping: "", billing: "billing_" };

interface Props {
  purpose: Purpose;
  /** None for guests. */
  addresses: readonly SavedAddress[];
  /** Id of a saved address; empty for one that is written. */
  chosen: string;
  onChoose: (id: string) => void;
  initial: Partial<Address>;
  failure: Failure | undefined;
  /** Whether there is an account to save the address in. */
  maySave: boolean;
}

export function AddressChoice({ purpose, addresses, chosen, onChoose, initial, failure, maySave }: Props): ReactNode {
  const t = useTexts(checkoutTexts);
  const prefix = PREFIX[purpose];
  return (
    <>
      {addresses.length > 0 && <SavedAddresses name={`${prefix}saved`} addresses={addresses} chosen={chosen} onChoose={onChoose} />}
      {!chosen && (
        <AddressFields
          initial={initial}
          failure={failure}
          at={`/${purpose}_address`}
          section={`${purpose} `}
          prefix={prefix}
          hasPhone={purpose === "shipping"}
        />
      )}
      {!chosen && maySave && (
        <label className="mt-4 flex items-center gap-3 py-1">
          <input type="checkbox" name={`${prefix}save`} className="size-4" />
          {t("checkout.save_address")}
        </label>
      )}
    </>
  );
}

/** The change of the cart that the form says. */
export function changeOf(purpose: Purpose, chosen: string, values: Record<string, string>): CartChange {
  if (chosen) return { [`${purpose}_address_id`]: chosen };
  return { [`${purpose}_address`]: addressOf(values, PREFIX[purpose]) };
}

/** The written address, if it is to be saved in the account. */
export function addressToSave(purpose: Purpose, values: Record<string, string>): Address | undefined {
  const prefix = PREFIX[purpose];
  return `${prefix}save` in values ? addressOf(values, prefix) : undefined;
}

/** The saved address that the cart has, or the one to begin with; empty for another. */
export function firstChoice(current: Address | undefined, addresses: readonly SavedAddress[], purpose: Purpose): string {
  if (!current) return (addresses.find((it) => it[`is_default_${purpose}`]) ?? addresses[0])?.id ?? "";
  return addresses.find((it) => isSameAddress(it.address, current))?.id ?? "";
}

export function isSameAddress(one: Address, other: Address): boolean {
  const text = (address: Address): string => JSON.stringify(Object.entries(address).sort());
  return text(one) === text(other);
}

interface SavedProps {
  name: string;
  addresses: readonly SavedAddress[];
  chosen: string;
  onChoose: (id: string) => void;
}

function SavedAddresses({ name, addresses, chosen, onChoose }: SavedProps): ReactNode {
  const t = useTexts(checkoutTexts);
  const { store } = useShop();
  const choices = addresses.map(({ id, address }) => ({ id, text: addressLines(address, store.locale).join(", ") }));
  return (
    <fieldset className="mb-6">
      <legend className="sr-only">{t("checkout.saved_addresses")}</legend>
      <div className="grid gap-3">
        {[...choices, { id: "", text: t("checkout.other_address") }].map(({ id, text }) => (
          <label key={id} className="option flex items-center gap-3 py-3.5">
            <input type="radio" name={name} value={id} checked={id === chosen} onChange={() => onChoose(id)} className="size-4" />
            <span className="min-w-0 break-words">{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
