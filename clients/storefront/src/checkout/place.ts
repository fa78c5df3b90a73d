// Placing an order at most once: the same key until the API has said yes or no.

import { ApiError, type Checkout, type Money } from "../sdk.ts";
import type { CartRef } from "../cart/store.ts";
import type { Storage } from "../shop/storage.ts";

const KEY = "placing";

interface Kept {
  cart_id: string;
  total: Money;
  key: string;
}

export interface PlaceApi {
  placeOrder(
    params: CartRef & { expected_total: Money; payment_provider?: string },
    options: { idempotencyKey: string },
  ): PromiseLike<Checkout>;
}

export interface Placement {
  ref: CartRef;
  total: Money;
  /** The provider to pay with; none is needed when there is nothing to pay. */
  provider: string | undefined;
}

export async function placeOrder(
  api: PlaceApi,
  storage: Storage,
  { ref, total, provider }: Placement,
  newKey: () => string,
): Promise<Checkout> {
  const known = storage.get(KEY) as Kept | undefined;
  const isSame = known?.cart_id === ref.cart_id && known.total.amount === total.amount;
  const key = isSame ? known.key : newKey();
  // Kept before it is sent: after a lost connection, or in a page loaded anew, the request is the same one.
  storage.set(KEY, { cart_id: ref.cart_id, total, key } satisfies Kept);
  try {
    return await api.placeOrder(
      { ...ref, expected_total: total, ...(total.amount > 0 && provider && { payment_provider: provider }) },
      { idempotencyKey: key },
    );
  } catch (error) {
    // A refusal may be kept under the key. The next attempt is another request.
    if (error instanceof ApiError && error.status < 500 && error.status !== 429) storage.remove(KEY);
    throw error;
  }
}
