// Everything that the store keeps about the shopper, as a file.

import type { ReactNode } from "react";
import { useSubmit } from "../form/use-submit.ts";
import type { AccountExport } from "../sdk.ts";
import { useServices, useTexts } from "../shop/context.ts";
import { AccountForm } from "./form.tsx";
import { accountTexts } from "./texts.ts";

export function Export({ onDone }: { onDone: (text: string) => void }): ReactNode {
  const t = useTexts(accountTexts);
  const { api } = useServices();
  const submission = useSubmit(async () => {
    onDone("");
    save(await api.exportAccount());
    onDone(t("account.export_done"));
  });
  return (
    <>
      <p className="mb-4 max-w-prose">{t("account.export_text")}</p>
      <AccountForm submission={submission} action="account.export_action" isQuiet>
        {null}
      </AccountForm>
    </>
  );
}

function save(data: AccountExport): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `account-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  // Not at once: the browser reads it after this.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
