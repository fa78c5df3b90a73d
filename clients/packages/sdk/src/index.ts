// The public face of the package.

export { Admin, Operator, Storefront } from "./generated/operations.gen.ts";
export { problemCodes, type ProblemCode } from "./generated/codes.gen.ts";
export type * from "./generated/types.gen.ts";

export type { Download } from "./download.ts";
export type { Attempt, ClientOptions, RequestOptions, TokenCallback, Transport } from "./options.ts";
export type { FileBody, Params } from "./params.ts";
export { ApiPromise, PagePromise, type ApiResponse, type Item } from "./promise.ts";
export {
  ApiError,
  AuthenticationError,
  CancelledError,
  ConflictError,
  ConnectionError,
  hasCode,
  InvalidRequestError,
  MalformedResponseError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  RejectedError,
  ServerError,
  StoaError,
  TimeoutError,
  type FieldError,
  type ProblemBody,
} from "./errors.ts";
export {
  addMoney,
  formatMoney,
  fromDecimal,
  minorDigits,
  money,
  MoneyError,
  multiplyMoney,
  subtractMoney,
  toDecimal,
  type MoneyLike,
} from "./money.ts";
export { verifyWebhook, WebhookError, type WebhookHeaders, type WebhookReason } from "./webhook.ts";
