// Writes what the address form needs of the API's rules about addresses: node build/countries.mjs

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const SOURCE = new URL("../../../platform/kernel/src/contact/countries.json", import.meta.url);
const TARGET = new URL("../src/checkout/countries.json", import.meta.url);

export async function countries() {
  const rules = JSON.parse(await readFile(SOURCE, "utf8"));
  const compact = Object.entries(rules).map(([code, rule]) => {
    const { fields, required, region, code: postal, example = "", regions = [] } = rule;
    // A region is sent as labels write it, and shown by its name in Latin letters where it has one.
    const choices = regions.map(([label, ...names]) => {
      const name = names.find((it) => it.length > 3 && /^[\p{Script=Latin}\s.'()-]+$/u.test(it)) ?? label;
      return name === label ? [label] : [label, name];
    });
    return [code, { fields, required, region, postal, example, ...(choices.length > 0 && { choices }) }];
  });
  return `${JSON.stringify(Object.fromEntries(compact))}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(TARGET, await countries());
