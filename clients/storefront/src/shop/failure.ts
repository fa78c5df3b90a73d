// Why something did not work, as far as a shopper can do something about it.

import { ApiError, ConnectionError } from "../sdk.ts";
import type { Translate } from "../i18n/messages.ts";
import type { ShopKey } from "../i18n/shop.en.ts";

export interface Failure {
  kind: "offline" | "busy" | "server" | "refused";
  /** The stable code of the API, if it answered. */
  code: string;
  /** Wrong fields, by JSON pointer. */
  fields: readonly { pointer: string; code: string; detail: string }[];
  /** Units left, when too few are. */
  available?: number;
  requestId?: string;
}

/** A field that the shop needs, and the API does not. */
export class Unfilled extends Error {
  readonly pointer: string;

  constructor(pointer: string) {
    super(`${pointer} is required`);
    this.pointer = pointer;
  }
}

export function failureOf(error: unknown): Failure {
  if (error instanceof Unfilled) {
    return { kind: "refused", code: "", fields: [{ pointer: error.pointer, code: "required", detail: "" }] };
  }
  if (error instanceof ConnectionError) return { kind: "offline", code: "", fields: [] };
  if (!(error instanceof ApiError)) return { kind: "server", code: "", fields: [] };
  const available = error.problem["available"];
  return {
    kind: error.status === 429 ? "busy" : error.status >= 500 ? "server" : "refused",
    code: error.code,
    fields: error.errors,
    ...(typeof available === "number" && { available }),
    ...(error.requestId !== undefined && { requestId: error.requestId }),
  };
}

/** What to tell the shopper, unless the place where it happened knows better. */
export function describe(failure: Failure, t: Translate<ShopKey>): string {
  switch (failure.kind) {
    case "offline":
      return t("error.offline");
    case "busy":
      return t("error.busy");
    case "server": {
      const reference = failure.requestId ? ` ${t("error.reference", { id: failure.requestId })}` : "";
      return t("error.server") + reference;
    }
    case "refused":
      if (failure.code === "insufficient_stock") return stock(failure.available ?? 0, t);
      return t("error.generic");
  }
}

function stock(available: number, t: Translate<ShopKey>): string {
  return available > 0 ? t("cart.only_left", { count: available }) : t("cart.none_left");
}
