// The SDK, by its source: this is the one place that knows where it is.

export { ApiError, ConnectionError, hasCode, Storefront } from "../../packages/sdk/src/index.ts";
export { minorDigits, toDecimal } from "../../packages/sdk/src/money.ts";
export type * from "../../packages/sdk/src/index.ts";
