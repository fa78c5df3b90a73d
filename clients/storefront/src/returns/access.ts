// The returns of an order, for whoever may ask for them: with the order's token or with the account.

import type { CreateReturn, OrderReturn } from "../sdk.ts";
import type { Api } from "../shop/api.ts";

export interface ReturnAccess {
  list(): Promise<readonly OrderReturn[]>;
  create(wanted: CreateReturn, idempotencyKey: string): PromiseLike<OrderReturn>;
  cancel(id: string): PromiseLike<OrderReturn>;
}

export function returnsByToken(api: Api, order_id: string, order_token: string): ReturnAccess {
  const order = { order_id, order_token };
  return {
    list: async () => (await api.listReturns(order)).data,
    create: (wanted, idempotencyKey) => api.createReturn({ ...order, ...wanted }, { idempotencyKey }),
    cancel: (return_id) => api.cancelReturn({ ...order, return_id }),
  };
}

export function returnsByAccount(api: Api, order_id: string): ReturnAccess {
  return {
    list: async () => (await api.listOwnReturns({ order_id })).data,
    create: (wanted, idempotencyKey) => api.createOwnReturn({ order_id, ...wanted }, { idempotencyKey }),
    cancel: (return_id) => api.cancelOwnReturn({ order_id, return_id }),
  };
}
