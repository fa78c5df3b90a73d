// Builds a request from an operation and its parameters.

import { StoaError } from "./errors.ts";
import type { FileBody } from "./params.ts";

/** What the document says of an operation, as far as sending it needs. */
export interface Operation {
  method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  /** With `{name}` where a parameter goes. */
  path: string;
  /** Parameters that are in the query. */
  query?: readonly string[];
  /** Parameters that are headers, and their names there. */
  headers?: Readonly<Record<string, string>>;
  /** Whether the remaining parameters are the body's fields, or the parameter `body` is all of it: JSON, or a file of this type. */
  body?: "fields" | "whole" | { file: string };
  /** The types of the file that it returns, as `Accept` has them. Absent when it returns JSON. */
  download?: string;
  /** Whether the client's token is sent. */
  takesToken?: boolean;
  acceptsIdempotencyKey?: boolean;
}

export interface BuiltRequest {
  url: string;
  headers: Record<string, string>;
  body: string | FileBody | undefined;
}

export function buildRequest(baseUrl: string, operation: Operation, params: object): BuiltRequest {
  const left = new Map<string, unknown>(Object.entries(params));
  const take = (name: string): unknown => {
    const value = left.get(name);
    left.delete(name);
    return value;
  };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => segment(name, take(name)));
  const query = (operation.query ?? []).flatMap((name) => queryParts(name, take(name))).join("&");
  const headers: Record<string, string> = { Accept: operation.download ?? "application/json" };
  for (const [name, header] of Object.entries(operation.headers ?? {})) {
    const value = take(name);
    if (value !== undefined) headers[header] = String(value);
  }
  let body: string | FileBody | undefined;
  if (typeof operation.body === "object") {
    body = file(left.get("body"));
    headers["Content-Type"] = operation.body.file;
  } else if (operation.body) {
    body = JSON.stringify(operation.body === "whole" ? left.get("body") : Object.fromEntries(left));
    headers["Content-Type"] = "application/json";
  } else if (left.size > 0) {
    throw new StoaError(`unknown parameter \`${[...left.keys()][0]}\``);
  }
  return { url: baseUrl + path + (query && `?${query}`), headers, body };
}

// Not what can be read only once, since a request may be repeated.
function file(value: unknown): FileBody {
  if (value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value as FileBody;
  throw new StoaError("`body` must be a Blob, an ArrayBuffer or bytes");
}

// An empty segment or a dot would address another resource.
function segment(name: string, value: unknown): string {
  const text = value === undefined || value === null ? "" : String(value);
  if (text === "" || text === "." || text === "..") throw new StoaError(`\`${name}\` must not be empty`);
  return encodeURIComponent(text);
}

function queryParts(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  const values = Array.isArray(value) ? value : [value];
  return values.map((it) => `${encodeURIComponent(name)}=${encodeURIComponent(plain(it))}`);
}

function plain(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

/** A new key: 122 random bits, as a UUID. */
export function newIdempotencyKey(): string {
  const { crypto } = globalThis as { crypto?: Crypto };
  if (typeof crypto?.randomUUID === "function") return crypto.randomUUID();
  const bytes = new Uint8Array(16);
  // Pages without https and React Native have no `randomUUID`, and the latter may have no `crypto`. A key has to be
  // unique, not secret.
  if (typeof crypto?.getRandomValues === "function") crypto.getRandomValues(bytes);
  else bytes.forEach((_, at) => (bytes[at] = Math.floor(Math.random() * 256)));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
