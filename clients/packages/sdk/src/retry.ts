// When a request is sent again, and after how long.

const RETRIED_STATUSES = [408, 429, 500, 502, 503, 504];
const LONGEST_DELAY_MS = 8_000;
// A call should not sleep through what its caller would rather hear about.
const LONGEST_RETRY_AFTER_SECONDS = 60;

/** Safe methods change nothing, and a key makes the server do the work once. Everything else is sent once. */
export function mayRepeat(method: string, idempotencyKey: string | undefined): boolean {
  return method === "GET" || method === "HEAD" || idempotencyKey !== undefined;
}

/** A conflict goes away by itself only when the server says how long it takes. */
export function isWorthRepeating(status: number, retryAfterSeconds: number | undefined): boolean {
  if (retryAfterSeconds !== undefined && retryAfterSeconds > LONGEST_RETRY_AFTER_SECONDS) return false;
  return RETRIED_STATUSES.includes(status) || (status === 409 && retryAfterSeconds !== undefined);
}

/** Doubles with each retry. Between half and all of it, so that many clients do not come back at once. */
export function delayMs(retry: number, firstMs: number, retryAfterSeconds: number | undefined): number {
  const longest = Math.min(firstMs * 2 ** retry, LONGEST_DELAY_MS);
  const backoff = longest * (0.5 + Math.random() / 2);
  return retryAfterSeconds === undefined ? backoff : Math.max(retryAfterSeconds * 1_000, 0) + backoff * 0.1;
}

/** `Retry-After` in seconds: the header is a number or a date. */
export function readRetryAfter(headers: Headers, nowMs: number): number | undefined {
  const text = headers.get("retry-after")?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - nowMs) / 1_000);
}
