// Every way in which a call can fail, as a type.

import type { ProblemCode } from "./generated/codes.gen.ts";

/** The root of all errors of this package. Thrown itself when it was used wrongly. */
export class StoaError extends Error {
  // Written out in every class: bundlers shorten the names of classes.
  override name = "StoaError";
}

/** No response came: the address is unknown, the connection was refused or broke. */
export class ConnectionError extends StoaError {
  override name = "ConnectionError";
}

/** No response came in time. */
export class TimeoutError extends ConnectionError {
  override name = "TimeoutError";
}

/** The caller's `signal` cancelled the call. */
export class CancelledError extends StoaError {
  override name = "CancelledError";
}

/** The response says success, but its body is not JSON or the file asked for: something between client and server answered. */
export class MalformedResponseError extends StoaError {
  override name = "MalformedResponseError";
  readonly status: number;
  readonly requestId: string | undefined;
  readonly text: string;

  constructor(message: string, response: { status: number; requestId: string | undefined; text: string }) {
    super(message);
    this.status = response.status;
    this.requestId = response.requestId;
    this.text = response.text;
  }
}

/** A field that is wrong. */
export interface FieldError {
  /** A JSON pointer into the body (`/lines/0/quantity`), or the name of a parameter or header. */
  pointer: string;
  /** Stable, for programs. */
  code: string;
  /** What would be right, for people. */
  detail: string;
}

/** The body of an error response (RFC 9457), with the further members that belong to its code. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  errors?: FieldError[];
  request_id?: string;
  [member: string]: unknown;
}

export interface ErrorResponse {
  status: number;
  headers: Headers;
  text: string;
  retries: number;
}

/** The server refused the request. The subclass tells the status, `code` the reason. */
export class ApiError extends StoaError {
  override name = "ApiError";
  readonly status: number;
  /** The stable reason, such as `cart_changed`; empty when something else than Stoa answered. */
  readonly code: ProblemCode | (string & {});
  /** Name it when you ask for help. */
  readonly requestId: string | undefined;
  /** The fields that are wrong, if fields are. */
  readonly errors: readonly FieldError[];
  /** The whole body; members such as `current_total` are in it. */
  readonly problem: ProblemBody;
  /** Seconds that the server asks to wait, if it does. */
  readonly retryAfterSeconds: number | undefined;
  readonly headers: Headers;
  /** The body as it came. */
  readonly text: string;
  /** How often the request was repeated. */
  readonly retries: number;

  constructor(response: ErrorResponse, problem: ProblemBody, retryAfterSeconds: number | undefined) {
    const code = typeof problem.code === "string" ? problem.code : "";
    const reason = problem.detail ?? problem.title ?? "the response has no explanation";
    super([String(response.status), code, reason].filter(Boolean).join(" "));
    this.status = response.status;
    this.code = code;
    this.requestId = problem.request_id ?? response.headers.get("x-request-id") ?? undefined;
    this.errors = Array.isArray(problem.errors) ? problem.errors : [];
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
    this.headers = response.headers;
    this.text = response.text;
    this.retries = response.retries;
  }

  /** What is wrong with the field at `pointer`, if it is. */
  field(pointer: string): FieldError | undefined {
    return this.errors.find((it) => it.pointer === pointer);
  }
}

/** 400: the request is malformed; `errors` names the fields. */
export class InvalidRequestError extends ApiError {
  override name = "InvalidRequestError";
}
/** 401: no valid credentials were sent. */
export class AuthenticationError extends ApiError {
  override name = "AuthenticationError";
}
/** 403: the caller may not do this. */
export class PermissionDeniedError extends ApiError {
  override name = "PermissionDeniedError";
}
/** 404: it does not exist, or is not the caller's. */
export class NotFoundError extends ApiError {
  override name = "NotFoundError";
}
/** 409: the state of things forbids it; read again and decide. */
export class ConflictError extends ApiError {
  override name = "ConflictError";
}
/** 422: understood and refused. */
export class RejectedError extends ApiError {
  override name = "RejectedError";
}
/** 429: too many requests. */
export class RateLimitError extends ApiError {
  override name = "RateLimitError";
}
/** 5xx: the server, or something that it depends on, failed. */
export class ServerError extends ApiError {
  override name = "ServerError";
}

const BY_STATUS: Readonly<Record<number, typeof ApiError>> = {
  400: InvalidRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  422: RejectedError,
  429: RateLimitError,
};

export function apiError(response: ErrorResponse, retryAfterSeconds: number | undefined): ApiError {
  const Kind = BY_STATUS[response.status] ?? (response.status >= 500 ? ServerError : ApiError);
  return new Kind(response, readProblem(response.text), retryAfterSeconds);
}

/** Whether `error` is the server's refusal with this code. */
export function hasCode(error: unknown, code: ProblemCode | (string & {})): error is ApiError {
  return error instanceof ApiError && error.code === code;
}

// A proxy's page is not JSON; the status alone then says what happened.
function readProblem(text: string): ProblemBody {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? (body as ProblemBody) : {};
  } catch {
    return {};
  }
}
