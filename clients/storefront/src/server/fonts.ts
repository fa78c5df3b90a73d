// Which font files a page needs at once. The build knows their names.

import type { StoreFonts } from "../sdk.ts";

/** URLs of the Latin part of each family. */
declare const __FONTS__: Readonly<Record<string, string>>;

export function fontPreloads({ heading, body }: StoreFonts): string[] {
  return [...new Set([body, heading])].flatMap((family) => (Object.hasOwn(__FONTS__, family) ? [__FONTS__[family] ?? []] : [])).flat();
}
