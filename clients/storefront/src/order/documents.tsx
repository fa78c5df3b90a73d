// Invoices and credit notes of an order, as PDF files.

import { useEffect, useState, type ReactNode } from "react";
import { describe, failureOf } from "../shop/failure.ts";
import { useText, useTexts } from "../shop/context.ts";
import type { Download, OrderDocument } from "../sdk.ts";
import type { Api } from "../shop/api.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { orderTexts } from "./texts.ts";

/** The documents of an order, for whoever may read them: with the order's token or with the account. */
export interface DocumentAccess {
  list(): Promise<readonly OrderDocument[]>;
  download(id: string): PromiseLike<Download>;
}

export function documentsByToken(api: Api, order_id: string, order_token: string): DocumentAccess {
  const order = { order_id, order_token };
  return {
    list: async () => (await api.listOrderDocuments(order)).data,
    download: (document_id) => api.downloadDocument({ ...order, document_id }),
  };
}

export function documentsByAccount(api: Api, order_id: string): DocumentAccess {
  return {
    list: async () => (await api.listOwnOrderDocuments({ order_id })).data,
    download: (document_id) => api.downloadOwnDocument({ order_id, document_id }),
  };
}

/** Nothing while there are none: a store need not issue any. */
export function Documents({ access }: { access: DocumentAccess }): ReactNode {
  const t = useTexts(orderTexts);
  const shop = useText();
  const [documents, setDocuments] = useState<readonly OrderDocument[]>([]);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    let isShown = true;
    access.list().then(
      (found) => isShown && setDocuments(found),
      // The order is shown without them.
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [access]);
  if (documents.length === 0) return null;
  const download = (id: string): void => {
    setProblem("");
    Promise.resolve(access.download(id)).then(save, (error: unknown) => setProblem(describe(failureOf(error), shop)));
  };
  return (
    <div className="no-print">
      <h3 className="font-body text-sm font-semibold">{t("order.documents")}</h3>
      <ul className="mt-1 grid gap-1">
        {documents.map(({ id, kind, number }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => download(id)}>
              {t(kind === "credit_note" ? "order.credit_note" : "order.invoice", { number })}
            </button>
          </li>
        ))}
      </ul>
      {problem && <ErrorNotice>{problem}</ErrorNotice>}
    </div>
  );
}

function save({ content, contentType, fileName }: Download): void {
  const url = URL.createObjectURL(new Blob([content], { type: contentType }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName ?? "document.pdf";
  link.click();
  // Not at once: the browser reads it after this.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
