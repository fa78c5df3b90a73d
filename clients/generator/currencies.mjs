// Reads how many digits the minor unit of each currency has, where the server itself has it from.

import { readFileSync } from "node:fs";

export function unusualDigits(path) {
  const source = readFileSync(path, "utf8").split("currencies! {")[1]?.split("}")[0] ?? "";
  const found = [...source.matchAll(/"([A-Z]{3})"\s+(\d)/g)];
  if (found.length < 150) throw new Error(`${path}: only ${found.length} currencies were found`);
  const unusual = found.map(([, code, digits]) => [code, Number(digits)]).filter(([, digits]) => digits !== 2);
  return Object.fromEntries(unusual.sort(([a], [b]) => (a < b ? -1 : 1)));
}
