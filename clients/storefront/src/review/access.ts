// The reviews of an order, for whoever may write them: with the order's token or with the account.

import type { EditReview, OwnReview } from "../sdk.ts";
import type { Api } from "../shop/api.ts";

/** The product of a line is reviewed, or the merchant who sold it. */
export interface ReviewedLine {
  line: string;
  subject: "product" | "merchant";
}

export interface ReviewAccess {
  list(): Promise<readonly OwnReview[]>;
  create(of: ReviewedLine, draft: EditReview): PromiseLike<OwnReview>;
  edit(review: string, draft: EditReview): PromiseLike<OwnReview>;
  remove(review: string): PromiseLike<void>;
  appeal(review: string, text: string): PromiseLike<OwnReview>;
  addPicture(review: string, file: Blob): PromiseLike<OwnReview>;
  removePicture(review: string, picture: string): PromiseLike<void>;
}

/** A picture of 10 MiB from a slow phone. */
const UPLOAD = { timeoutMs: 180_000 };

export function byToken(api: Api, order_id: string, order_token: string): ReviewAccess {
  const order = { order_id, order_token };
  return {
    list: async () => (await api.listOrderReviews(order)).data,
    create: ({ line, subject }, draft) => api.createOrderReview({ ...order, order_line_id: line, subject, ...draft }),
    edit: (review_id, draft) => api.editOrderReview({ ...order, review_id, ...draft }),
    remove: (review_id) => api.deleteOrderReview({ ...order, review_id }),
    appeal: (review_id, text) => api.appealOrderReview({ ...order, review_id, text }),
    addPicture: (review_id, body) => api.uploadOrderReviewPicture({ ...order, review_id, body }, UPLOAD),
    removePicture: (review_id, picture_id) => api.deleteOrderReviewPicture({ ...order, review_id, picture_id }),
  };
}

export function byAccount(api: Api, order_id: string): ReviewAccess {
  return {
    list: async () => {
      const found: OwnReview[] = [];
      for await (const review of api.listAccountReviews({ limit: 100 })) {
        if (review.order_id === order_id) found.push(review);
      }
      return found;
    },
    create: ({ line, subject }, draft) => api.createAccountReview({ order_line_id: line, subject, ...draft }),
    edit: (review_id, draft) => api.editAccountReview({ review_id, ...draft }),
    remove: (review_id) => api.deleteAccountReview({ review_id }),
    appeal: (review_id, text) => api.appealAccountReview({ review_id, text }),
    addPicture: (review_id, body) => api.uploadAccountReviewPicture({ review_id, body }, UPLOAD),
    removePicture: (review_id, picture_id) => api.deleteAccountReviewPicture({ review_id, picture_id }),
  };
}
