// One attempt of a request, with its timeout.

import { CancelledError, ConnectionError, TimeoutError } from "./errors.ts";
import type { Transport } from "./options.ts";
import type { BuiltRequest } from "./request.ts";

export interface Received {
  status: number;
  headers: Headers;
  /** Empty where the body is a file. */
  text: string;
  file?: Uint8Array<ArrayBuffer>;
}

/** Sends the request and reads the whole body: a connection that breaks half way is then a failed attempt too. */
export async function attempt(
  transport: Transport,
  method: string,
  request: BuiltRequest,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  isDownload: boolean,
): Promise<Received> {
  if (signal?.aborted) throw new CancelledError("the call was cancelled");
  // React Native has neither `AbortSignal.timeout` nor `AbortSignal.any`.
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  signal?.addEventListener("abort", cancel);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, timeoutMs);
  try {
    const init: RequestInit = { method, headers: request.headers, signal: controller.signal };
    if (request.body !== undefined) init.body = request.body;
    const response = await transport(request.url, init);
    const { status, headers } = response;
    // A failure is a problem, also of an operation that returns a file.
    if (!isDownload || status < 200 || status > 299) return { status, headers, text: await response.text() };
    return { status, headers, text: "", file: new Uint8Array(await response.arrayBuffer()) };
  } catch (cause) {
    if (isLate) throw new TimeoutError(`no response within ${timeoutMs} ms`, { cause });
    if (signal?.aborted) throw new CancelledError("the call was cancelled", { cause });
    throw new ConnectionError(`${method} ${request.url} got no response: ${reason(cause)}`, { cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
  }
}

/** Waits, unless the call is cancelled meanwhile. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      clearTimeout(timer);
      reject(new CancelledError("the call was cancelled"));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", cancel);
      resolve();
    }, ms);
    signal?.addEventListener("abort", cancel, { once: true });
    if (signal?.aborted) cancel();
  });
}

// `fetch` itself only says "fetch failed"; what happened is in the cause.
function reason(error: unknown): string {
  const { cause, message } = (error ?? {}) as { cause?: { code?: string; message?: string }; message?: string };
  return cause?.code ?? cause?.message ?? message ?? String(error);
}
