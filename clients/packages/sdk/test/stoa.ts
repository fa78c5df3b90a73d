// A running installation, when there is one: STOA_DEV is the path of the `dev.json` that `stoa dev` writes.

import { readFileSync } from "node:fs";

export interface Dev {
  api: string;
  stripe: string;
  tenants: { slug: string; host: string; publishable_key: string; owner: { email: string; password: string } }[];
}

export const dev: Dev | undefined = process.env["STOA_DEV"]
  ? (JSON.parse(readFileSync(process.env["STOA_DEV"], "utf8")) as Dev)
  : undefined;

export const skip = dev ? false : "STOA_DEV names no running installation";

/** Confirms a payment with the simulator, as the provider's script does in a shopper's browser. */
export async function confirmPayment(stripe: string, clientSecret: string): Promise<void> {
  const [intent] = clientSecret.split("_secret");
  const body = new URLSearchParams({
    key: "pk_test_stoa",
    client_secret: clientSecret,
    payment_method: "pm_card_visa",
  });
  const response = await fetch(`${stripe}/v1/payment_intents/${intent}/confirm`, { method: "POST", body });
  if (!response.ok) throw new Error(`the payment was not confirmed: ${await response.text()}`);
}

/** Repeats `read` until its result fits, for at most ten seconds. */
export async function until<T>(read: () => Promise<T>, fits: (it: T) => boolean): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const found = await read();
    if (fits(found) || Date.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
