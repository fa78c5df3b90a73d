// What to say beside a field that the API refused.

import type { Translate } from "../i18n/messages.ts";
import type { Failure } from "../shop/failure.ts";
import type { FieldKey } from "./texts.ts";

/** The message for the field at the pointer, if it is wrong. `example` is of a postal code. */
export function fieldError(
  failure: Failure | undefined,
  pointer: string,
  t: Translate<FieldKey>,
  example = "",
): string | undefined {
  const wrong = failure?.fields.find((it) => it.pointer === pointer);
  if (!wrong) return undefined;
  // `missing`: the request has no such field at all.
  if (wrong.code === "required" || wrong.code === "missing") return t("field.required");
  if (wrong.code === "too_long") return t("field.too_long");
  if (pointer.endsWith("/email")) return t("field.email_invalid");
  if (pointer.endsWith("/phone")) return t("field.phone_invalid");
  if (pointer.endsWith("/postal_code") && example) return t("field.postal_invalid", { example });
  return t("field.invalid");
}
