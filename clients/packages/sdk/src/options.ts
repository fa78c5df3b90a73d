// What callers may set: once for a client, and again for one call.

import { StoaError } from "./errors.ts";
import { VERSION } from "./generated/version.gen.ts";

/** Returns the token to send. After a 401 it is called once more, with the token that was rejected. */
export type TokenCallback = (rejected?: string) => string | undefined | Promise<string | undefined>;

/** The part of `fetch` that the client needs, so that any other transport fits. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;

export interface ClientOptions {
  /** Where the API is: `https://shop.example`, or a host of the platform together with `publishableKey`. */
  baseUrl?: string;
  /** The store's host, instead of `baseUrl`: `shop.example` is short for `https://shop.example`. */
  host?: string;
  /** Names the storefront on a host of the platform. Not secret. */
  publishableKey?: string;
  /** A secret key, sent as a bearer token. Refused in browsers, where every visitor could read it. */
  secretKey?: string;
  /** The access token of a shopper or staff member, or a callback that returns one. */
  accessToken?: string | TokenCallback;
  /** Milliseconds for one attempt, its body included. Default 30 000. */
  timeoutMs?: number;
  /** Attempts after the first. Default 2. Only safe methods and calls with an idempotency key are repeated. */
  maxRetries?: number;
  /** Milliseconds before the first retry, when the server names none; doubled for each one after. Default 500. */
  retryDelayMs?: number;
  /** Sends requests; default the global `fetch`. */
  fetch?: Transport;
  /** Headers of every request. */
  headers?: Readonly<Record<string, string>>;
  /** Added to the user agent: `my-shop/1.2`. */
  appInfo?: string;
  /** Called after every attempt, for logs and metrics. */
  onAttempt?: (attempt: Attempt) => void;
}

export interface RequestOptions {
  /** Milliseconds for one attempt of this call. */
  timeoutMs?: number;
  maxRetries?: number;
  /** Cancels the call, its retries included. */
  signal?: AbortSignal;
  /** Instead of the one that is made for each call. Ignored by operations that accept none. */
  idempotencyKey?: string;
  /** Instead of the client's token. */
  accessToken?: string;
  headers?: Readonly<Record<string, string>>;
}

/** One attempt of a call, without its bodies and tokens. */
export interface Attempt {
  method: string;
  url: string;
  /** 0 for the first. */
  retry: number;
  durationMs: number;
  /** Absent when no response came. */
  status?: number;
  requestId?: string;
}

export interface Settings {
  baseUrl: string;
  timeoutMs: number;
  maxRetries: number;
  retryDelayMs: number;
  headers: Readonly<Record<string, string>>;
  token: TokenCallback | undefined;
  transport: Transport | undefined;
  onAttempt: ((attempt: Attempt) => void) | undefined;
}

export function readOptions(options: ClientOptions): Settings {
  const headers: Record<string, string> = { ...options.headers };
  if (options.publishableKey !== undefined) headers["Stoa-Publishable-Key"] = options.publishableKey;
  const agent = userAgent(options.appInfo);
  if (agent !== undefined) headers["User-Agent"] ??= agent;
  return {
    baseUrl: readBaseUrl(options),
    timeoutMs: atLeast("timeoutMs", options.timeoutMs ?? 30_000, 1),
    maxRetries: atLeast("maxRetries", options.maxRetries ?? 2, 0),
    retryDelayMs: atLeast("retryDelayMs", options.retryDelayMs ?? 500, 0),
    headers,
    token: readToken(options),
    transport: options.fetch,
    onAttempt: options.onAttempt,
  };
}

function readBaseUrl({ baseUrl, host }: ClientOptions): string {
  if ((baseUrl === undefined) === (host === undefined)) {
    throw new StoaError("set either `baseUrl` or `host`");
  }
  const text = baseUrl ?? `https://${host}`;
  // Not `new URL`: what React Native has of it cannot be asked for its parts.
  if (!/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(text)) {
    throw new StoaError(`\`${text}\` is not an address without a query: write it like https://shop.example`);
  }
  return text.replace(/\/+$/, "");
}

function readToken({ secretKey, accessToken }: ClientOptions): TokenCallback | undefined {
  if (secretKey !== undefined && accessToken !== undefined) {
    throw new StoaError("set either `secretKey` or `accessToken`");
  }
  if (secretKey !== undefined && isBrowser()) {
    throw new StoaError("a secret key must not be used in a browser, where every visitor could read it");
  }
  if (typeof accessToken === "function") return accessToken;
  const fixed = secretKey ?? accessToken;
  return fixed === undefined ? undefined : () => fixed;
}

function atLeast(name: string, value: number, least: number): number {
  if (!(value >= least)) throw new StoaError(`\`${name}\` must be a number from ${least}`);
  return value;
}

function isBrowser(): boolean {
  return typeof (globalThis as { document?: unknown }).document === "object";
}

// Browsers name themselves, and ask the server for permission before they send another name.
function userAgent(appInfo: string | undefined): string | undefined {
  if (isBrowser()) return undefined;
  const { process, navigator } = globalThis as {
    process?: { versions?: { node?: string } };
    navigator?: { product?: string };
  };
  const node = process?.versions?.node;
  const runtime = node !== undefined ? `node/${node}` : navigator?.product === "ReactNative" ? "react-native" : "";
  return [`stoa-sdk-typescript/${VERSION}`, runtime, appInfo].filter(Boolean).join(" ");
}
