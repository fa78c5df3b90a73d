import type { OrderLine } from "../sdk.ts";

/** What was bought, with its variant. */
export function lineTitle({ title, variant_title }: OrderLine): string {
  return [title, variant_title].filter(Boolean).join(" · ");
}
