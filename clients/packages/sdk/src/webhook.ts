// Verifies messages in the format of Standard Webhooks.

import { StoaError } from "./errors.ts";

/** Why a message is not trusted. */
export type WebhookReason = "malformed_header" | "malformed_secret" | "too_old" | "too_new" | "wrong_signature";

/** The message is not trusted. */
export class WebhookError extends StoaError {
  override name = "WebhookError";
  readonly reason: WebhookReason;

  constructor(reason: WebhookReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Headers as `fetch` or Node have them. Names are compared without regard to case by the former, and are in lower case in the latter. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** How far the clocks of sender and receiver may be apart. */
const TOLERANCE_SECONDS = 300;

/**
 * Returns the id of a message whose signature is right; an id that was seen before is a repetition.
 *
 * `body` must be what came: JSON that was parsed and written again has another signature.
 */
export async function verifyWebhook(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string,
  now: Date = new Date(),
): Promise<string> {
  const key = decode(secret.replace(/^whsec_/, ""));
  if (!key?.length) throw new WebhookError("malformed_secret", "the secret is not base64 after `whsec_`");
  const [id, timestamp, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((it) => read(headers, it));
  if (!/^\d{1,11}$/.test(timestamp!)) {
    throw new WebhookError("malformed_header", "the header `webhook-timestamp` is malformed");
  }
  const signed = concat(new TextEncoder().encode(`${id}.${timestamp}.`), body);
  if (!(await hasSignature(signatures!, key, signed))) {
    throw new WebhookError("wrong_signature", "no signature of the message is right");
  }
  const age = Math.floor(now.getTime() / 1_000) - Number(timestamp);
  if (age > TOLERANCE_SECONDS) throw new WebhookError("too_old", "the message is too old");
  if (age < -TOLERANCE_SECONDS) throw new WebhookError("too_new", "the message is from the future");
  return id!;
}

// There is more than one while the sender changes its secret.
async function hasSignature(signatures: string, secret: Uint8Array<ArrayBuffer>, signed: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  for (const signature of signatures.split(" ")) {
    const given = signature.startsWith("v1,") ? decode(signature.slice(3)) : undefined;
    // `verify` takes the same time for every signature.
    if (given && (await subtle.verify("HMAC", key, given, signed))) return true;
  }
  return false;
}

function read(headers: WebhookHeaders, name: string): string {
  const value = typeof headers["get"] === "function" ? headers.get(name) : (headers as Record<string, unknown>)[name];
  if (typeof value === "string" && value !== "") return value;
  throw new WebhookError("malformed_header", `the header \`${name}\` is missing`);
}

function concat(start: Uint8Array, body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const end = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const all = new Uint8Array(start.length + end.length);
  all.set(start);
  all.set(end, start.length);
  return all;
}

function decode(base64: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64)) return undefined;
  return Uint8Array.from(atob(base64), (it) => it.charCodeAt(0));
}
