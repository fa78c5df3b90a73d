// The shape of clients/conformance/scenarios.json, and how an expectation is compared.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import type { SeenRequest } from "./mock.ts";

export interface Scenario {
  name: string;
  /** Its operation is only in the planted document. */
  planted?: boolean;
  client?: {
    publishable_key?: string;
    secret_key?: string;
    access_token?: string;
    tokens?: string[];
    app_info?: string;
    retry_delay_ms?: number;
    headers?: Record<string, string>;
  };
  call: {
    client: "storefront" | "admin" | "operator";
    operation: string;
    params?: Record<string, unknown>;
    file_base64?: string;
    options?: { idempotency_key?: string; max_retries?: number; timeout_ms?: number };
    collect?: boolean;
    take?: number;
  };
  expect: {
    requests: ExpectedRequest[];
    same_header?: string;
    same_body?: boolean;
    least_gaps_ms?: number[];
    result?: unknown;
    file?: ExpectedFile;
    items?: unknown[];
    response?: { status: number; retries: number; request_id?: string };
    error?: ExpectedError;
  };
}

export interface ExpectedFile {
  content_base64: string;
  content_type: string;
  file_name: string | null;
}

interface ExpectedRequest {
  method?: string;
  path?: string | { query: Record<string, string> };
  headers?: Record<string, string | null | { matches: string }>;
  json?: unknown;
  body_base64?: string;
}

export interface ExpectedError {
  type: string;
  status?: number;
  code?: string;
  request_id?: string;
  pointers?: string[];
  retry_after_seconds?: number;
  retries?: number;
  text?: string;
  problem?: Record<string, unknown>;
}

const FILE = new URL("../../../conformance/scenarios.json", import.meta.url);

export function readScenarios(): Scenario[] {
  return (JSON.parse(readFileSync(FILE, "utf8")) as { scenarios: Scenario[] }).scenarios;
}

/** What is expected is there; there may be more. */
export function includes(actual: unknown, expected: unknown, where = ""): void {
  if (Array.isArray(expected)) {
    assert(Array.isArray(actual), `${where} is a list`);
    assert.equal(actual.length, expected.length, `${where} has another length`);
    expected.forEach((it, at) => includes(actual[at], it, `${where}/${at}`));
  } else if (typeof expected === "object" && expected !== null) {
    assert(typeof actual === "object" && actual !== null, `${where} is an object`);
    for (const [key, it] of Object.entries(expected)) {
      includes((actual as Record<string, unknown>)[key], it, `${where}/${key}`);
    }
  } else {
    // A client may leave out what is null.
    assert.equal(actual ?? null, expected, where);
  }
}

export function checkRequests(seen: SeenRequest[], expect: Scenario["expect"]): void {
  assert.equal(seen.length, expect.requests.length, "another number of requests");
  expect.requests.forEach((expected, at) => checkRequest(seen[at]!, expected));
  const { same_header: header, same_body, least_gaps_ms } = expect;
  if (header) assert.equal(new Set(seen.map((it) => it.headers[header])).size, 1, `${header} changed`);
  if (same_body) assert.equal(new Set(seen.map((it) => it.body)).size, 1, "the body changed");
  least_gaps_ms?.forEach((least, at) => {
    const gap = seen[at + 1]!.at_ms - seen[at]!.at_ms;
    assert(gap >= least, `${gap} ms between two requests`);
  });
}

function checkRequest(seen: SeenRequest, { method, path, headers, json, body_base64 }: ExpectedRequest): void {
  if (method) assert.equal(seen.method, method);
  if (typeof path === "string") assert.equal(seen.path, path);
  else if (path) assert.deepEqual(Object.fromEntries(new URL(seen.path, "http://x").searchParams), path.query);
  for (const [name, expected] of Object.entries(headers ?? {})) {
    const actual = seen.headers[name];
    if (expected === null) assert.equal(actual, undefined, name);
    else if (typeof expected === "object") assert.match(actual ?? "", new RegExp(expected.matches), name);
    else if (expected === "*") assert(actual, `${name} is missing`);
    else assert.equal(actual, expected, name);
  }
  if (json !== undefined) assert.deepEqual(JSON.parse(seen.body), json);
  if (body_base64 !== undefined) assert.equal(seen.body_base64, body_base64);
}
