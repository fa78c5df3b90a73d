// Plays one scenario with the client, and compares what it did.

import assert from "node:assert/strict";

import * as sdk from "../dist/index.js";
import { startRun, type Mock } from "./mock.ts";
import { checkRequests, includes, type ExpectedError, type ExpectedFile, type Scenario } from "./scenarios.ts";

type Method = (...args: unknown[]) => sdk.PagePromise<{ data: unknown[] }>;

const CLIENTS = { storefront: sdk.Storefront, admin: sdk.Admin, operator: sdk.Operator };

function newClient({ client: kind }: Scenario["call"], baseUrl: string, set: Scenario["client"] = {}): object {
  const tokens = [...(set.tokens ?? [])];
  return new CLIENTS[kind]({
    baseUrl,
    retryDelayMs: set.retry_delay_ms ?? 10,
    ...(set.publishable_key && { publishableKey: set.publishable_key }),
    ...(set.secret_key && { secretKey: set.secret_key }),
    ...(set.access_token && { accessToken: set.access_token }),
    ...(set.tokens && { accessToken: () => tokens.shift() }),
    ...(set.app_info && { appInfo: set.app_info }),
    ...(set.headers && { headers: set.headers }),
  });
}

function start(scenario: Scenario, baseUrl: string): sdk.PagePromise<{ data: unknown[] }> {
  const { call } = scenario;
  const client = newClient(call, baseUrl, scenario.client);
  const name = call.operation.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const { idempotency_key, max_retries, timeout_ms } = call.options ?? {};
  const options = {
    ...(idempotency_key && { idempotencyKey: idempotency_key }),
    ...(max_retries !== undefined && { maxRetries: max_retries }),
    ...(timeout_ms && { timeoutMs: timeout_ms }),
  };
  const method = (client as Record<string, Method>)[name];
  assert(method, `the client has no operation ${name}`);
  const file = call.file_base64 !== undefined && { body: Buffer.from(call.file_base64, "base64") };
  return method.call(client, { ...call.params, ...file }, options);
}

function checkError(error: unknown, expected: ExpectedError): void {
  assert(error instanceof sdk.StoaError, String(error));
  assert.equal(error.name, expected.type);
  assert(error instanceof (sdk as unknown as Record<string, typeof Error>)[expected.type]!);
  const { type: _, pointers, request_id, retry_after_seconds, ...same } = expected;
  includes(error, {
    ...same,
    ...(request_id && { requestId: request_id }),
    ...(retry_after_seconds && { retryAfterSeconds: retry_after_seconds }),
  });
  if (pointers) assert.deepEqual((error as sdk.ApiError).errors.map((it) => it.pointer), pointers);
}

function checkFile(data: unknown, { content_base64, ...expected }: ExpectedFile): void {
  const { content, contentType, fileName } = data as sdk.Download;
  assert.equal(Buffer.from(content).toString("base64"), content_base64);
  assert.deepEqual({ content_type: contentType, file_name: fileName ?? null }, expected);
}

export async function play(mock: Mock, scenario: Scenario): Promise<void> {
  const { baseUrl, seen } = startRun(mock, scenario.name);
  const { expect, call } = scenario;
  const promise = start(scenario, baseUrl);
  if (expect.error) {
    const error: unknown = await promise.then(() => assert.fail("there was no error"), (it: unknown) => it);
    checkError(error, expect.error);
  } else if (call.collect) {
    includes(await promise.toArray(call.take ?? 1_000), expect.items);
  } else {
    const response = await promise.withResponse();
    if ("result" in expect) includes(response.data, expect.result);
    if (expect.file) checkFile(response.data, expect.file);
    const { request_id, ...same } = expect.response ?? {};
    includes(response, { ...same, ...(request_id && { requestId: request_id }) });
  }
  checkRequests(await seen(), expect);
}
