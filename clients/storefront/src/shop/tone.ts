// A brand with a strong primary colour wears it on large areas; a quiet one keeps it for details.

import type { StoreBrand } from "../sdk.ts";

export type Tone = "vivid" | "quiet";

export function toneOf({ primary }: StoreBrand["colors"]): Tone {
  const channels = [1, 3, 5].map((at) => Number.parseInt(primary.slice(at, at + 2), 16));
  const [most, least] = [Math.max(...channels), Math.min(...channels)];
  return most - least > 96 ? "vivid" : "quiet";
}
