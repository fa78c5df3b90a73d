// Sends operations: credentials, keys, retries, errors.

import { attempt, sleep, type Received } from "./attempt.ts";
import { readDownload } from "./download.ts";
import { apiError, CancelledError, MalformedResponseError } from "./errors.ts";
import { transportFor } from "./localhost.ts";
import { readOptions, type ClientOptions, type RequestOptions, type Settings } from "./options.ts";
import { ApiPromise, PagePromise, type ApiResponse } from "./promise.ts";
import { buildRequest, newIdempotencyKey, type BuiltRequest, type Operation } from "./request.ts";
import { delayMs, isWorthRepeating, mayRepeat, readRetryAfter } from "./retry.ts";

/** The base of the generated clients. */
export class Client {
  readonly #settings: Settings;

  constructor(options: ClientOptions) {
    this.#settings = readOptions(options);
  }

  protected call<Data>(operation: Operation, params: object, options: RequestOptions = {}): ApiPromise<Data> {
    return new ApiPromise<Data>(this.#send<Data>(operation, params, options));
  }

  protected list<Page>(operation: Operation, params: object, options: RequestOptions = {}): PagePromise<Page> {
    const next = async (cursor: string): Promise<Page> =>
      (await this.#send<Page>(operation, { ...params, cursor }, options)).data;
    return new PagePromise<Page>(this.#send<Page>(operation, params, options), next);
  }

  async #send<Data>(operation: Operation, params: object, options: RequestOptions): Promise<ApiResponse<Data>> {
    const settings = this.#settings;
    const request = buildRequest(settings.baseUrl, operation, params);
    Object.assign(request.headers, settings.headers, options.headers);
    // Made once, before the first attempt: the server knows by it that a retry is the same request.
    const key = operation.acceptsIdempotencyKey ? (options.idempotencyKey ?? newIdempotencyKey()) : undefined;
    if (key !== undefined) request.headers["Idempotency-Key"] = key;

    const token = operation.takesToken ? (options.accessToken ?? (await settings.token?.())) : undefined;
    if (token !== undefined) request.headers["Authorization"] = `Bearer ${token}`;
    const first = await this.#repeat(operation, request, key, options);
    if (first.status !== 401 || options.accessToken !== undefined || token === undefined) {
      return this.#read<Data>(operation, first);
    }
    const renewed = await settings.token?.(token);
    if (renewed === undefined || renewed === token) return this.#read<Data>(operation, first);
    request.headers["Authorization"] = `Bearer ${renewed}`;
    return this.#read<Data>(operation, await this.#repeat(operation, request, key, options));
  }

  async #repeat(
    operation: Operation,
    request: BuiltRequest,
    key: string | undefined,
    options: RequestOptions,
  ): Promise<Received & { retries: number }> {
    const settings = this.#settings;
    const most = mayRepeat(operation.method, key) ? (options.maxRetries ?? settings.maxRetries) : 0;
    for (let retries = 0; ; retries += 1) {
      let retryAfter: number | undefined;
      try {
        const received = await this.#attempt(operation, request, retries, options);
        retryAfter = readRetryAfter(received.headers, Date.now());
        if (retries >= most || !isWorthRepeating(received.status, retryAfter)) return { ...received, retries };
      } catch (error) {
        if (retries >= most || error instanceof CancelledError) throw error;
      }
      await sleep(delayMs(retries, settings.retryDelayMs, retryAfter), options.signal);
    }
  }

  async #attempt(
    { method, download }: Operation,
    request: BuiltRequest,
    retry: number,
    options: RequestOptions,
  ): Promise<Received> {
    const { transport, timeoutMs, onAttempt } = this.#settings;
    const started = Date.now();
    let received: Received | undefined;
    try {
      const send = transport ?? transportFor(request.url);
      const limit = options.timeoutMs ?? timeoutMs;
      received = await attempt(send, method, request, limit, options.signal, download !== undefined);
      return received;
    } finally {
      const requestId = received?.headers.get("x-request-id") ?? undefined;
      onAttempt?.({
        method,
        url: request.url,
        retry,
        durationMs: Date.now() - started,
        ...(received && { status: received.status }),
        ...(requestId !== undefined && { requestId }),
      });
    }
  }

  #read<Data>({ download }: Operation, received: Received & { retries: number }): ApiResponse<Data> {
    const { status, headers, text, file, retries } = received;
    if (status < 200 || status > 299) throw apiError(received, readRetryAfter(headers, Date.now()));
    const requestId = headers.get("x-request-id") ?? undefined;
    const around = { status, headers, requestId, text, retries };
    if (download !== undefined && file) {
      const data = readDownload(headers, file, download);
      if (data) return { data: data as Data, ...around };
      const malformed = { ...around, text: new TextDecoder().decode(file) };
      throw new MalformedResponseError(`the response with status ${status} is not ${download}`, malformed);
    }
    if (status === 204 || text === "") return { data: undefined as Data, ...around };
    try {
      return { data: JSON.parse(text) as Data, ...around };
    } catch (cause) {
      const error = new MalformedResponseError(`the response with status ${status} is not JSON`, around);
      error.cause = cause;
      throw error;
    }
  }
}

