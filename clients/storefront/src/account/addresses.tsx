// The address book: addresses for the next orders.

import { useState, type ReactNode } from "react";
import { AddressFields, addressOf } from "../checkout/address-fields.tsx";
import { useSubmit } from "../form/use-submit.ts";
import type { SavedAddress } from "../sdk.ts";
import { addressLines } from "../shop/address.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe, failureOf } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { AccountForm } from "./form.tsx";
import { accountTexts } from "./texts.ts";
import { useOwn } from "./use-own.ts";
import { Waiting } from "./waiting.tsx";

export function Addresses(): ReactNode {
  const t = useTexts(accountTexts);
  const shop = useText();
  const { api } = useServices();
  const own = useOwn(() => api.listAddresses(), [api]);
  const [edited, edit] = useState<SavedAddress | "new">();
  const [problem, setProblem] = useState("");
  if (!own.value) return <Waiting own={own} />;
  if (edited) {
    const close = (): void => edit(undefined);
    const saved = (): void => {
      close();
      own.reload();
    };
    return <Edit address={edited === "new" ? undefined : edited} onSaved={saved} onCancel={close} />;
  }
  const remove = async (id: string): Promise<void> => {
    setProblem("");
    try {
      await api.deleteAddress({ address_id: id });
    } catch (error) {
      setProblem(describe(failureOf(error), shop));
    }
    own.reload();
  };
  const { data } = own.value;
  return (
    <>
      {problem && <ErrorNotice className="mb-5">{problem}</ErrorNotice>}
      {data.length === 0 && <p className="mb-5">{t("account.no_addresses")}</p>}
      <ul className="mb-8 grid gap-4 sm:grid-cols-2">
        {data.map((it) => (
          <Entry key={it.id} saved={it} onEdit={() => edit(it)} onDelete={() => void remove(it.id)} />
        ))}
      </ul>
      <button type="button" className="button" onClick={() => edit("new")}>
        {t("account.add_address")}
      </button>
    </>
  );
}

interface EntryProps {
  saved: SavedAddress;
  onEdit: () => void;
  onDelete: () => void;
}

function Entry({ saved, onEdit, onDelete }: EntryProps): ReactNode {
  const t = useTexts(accountTexts);
  const { store } = useShop();
  const lines = addressLines(saved.address, store.locale);
  const address = lines.join(", ");
  return (
    <li className="panel flex flex-col justify-between gap-3">
      <div>
        <p className="break-words whitespace-pre-line">{lines.join("\n")}</p>
        {saved.is_default_shipping && <p className="mt-2 text-sm text-muted">{t("account.default_shipping")}</p>}
        {saved.is_default_billing && <p className="mt-2 text-sm text-muted">{t("account.default_billing")}</p>}
      </div>
      <div className="flex gap-6">
        <button type="button" className="link py-1" aria-label={t("account.edit_address_of", { address })} onClick={onEdit}>
          {t("account.edit_address")}
        </button>
        <button type="button" className="link py-1" aria-label={t("account.delete_address_of", { address })} onClick={onDelete}>
          {t("account.delete_address")}
        </button>
      </div>
    </li>
  );
}

interface EditProps {
  /** Absent for one that is being added. */
  address: SavedAddress | undefined;
  onSaved: () => void;
  onCancel: () => void;
}

function Edit({ address: saved, onSaved, onCancel }: EditProps): ReactNode {
  const t = useTexts(accountTexts);
  const { api } = useServices();
  const submission = useSubmit(async (values) => {
    const address = addressOf(values);
    const defaults = { is_default_shipping: "shipping" in values, is_default_billing: "billing" in values };
    if (saved) await api.updateAddress({ address_id: saved.id, address, ...defaults });
    // What is not chosen is left to the API: the first address is the default.
    else await api.createAddress({ address, ...Object.fromEntries(Object.entries(defaults).filter(([, isSet]) => isSet)) });
    onSaved();
  });
  return (
    <>
      <AccountForm submission={submission} action="account.save_address" refusals={{ too_many_addresses: "account.too_many_addresses" }}>
        <AddressFields initial={saved?.address ?? {}} failure={submission.failure} />
        <label className="flex items-center gap-3">
          <input type="checkbox" name="shipping" defaultChecked={saved?.is_default_shipping ?? false} className="size-4" />
          {t("account.default_shipping")}
        </label>
        <label className="flex items-center gap-3">
          <input type="checkbox" name="billing" defaultChecked={saved?.is_default_billing ?? false} className="size-4" />
          {t("account.default_billing")}
        </label>
      </AccountForm>
      <button type="button" className="link mt-4 py-1" onClick={onCancel}>
        {t("account.cancel")}
      </button>
    </>
  );
}
