// Which files can be pictures of a review, and why one was refused.

import type { ReviewKey } from "./texts.ts";

export const TYPES = ["image/jpeg", "image/png", "image/webp"] as const;
export const MOST_PICTURES = 4;
const MOST_BYTES = 10 * 1024 * 1024;

/** Why the API would refuse the file, as far as that can be known before it is sent. Its bytes decide what it is. */
export function refusalOf({ type, size }: Pick<Blob, "type" | "size">): ReviewKey | undefined {
  if (!(TYPES as readonly string[]).includes(type)) return "review.picture_unsupported";
  return size > MOST_BYTES ? "review.picture_too_big" : undefined;
}

/** What to say of a file, by the code with which the API refused it. */
const REFUSALS: Readonly<Record<string, ReviewKey>> = {
  image_unsupported: "review.picture_unsupported",
  image_unreadable: "review.picture_unreadable",
  image_too_large: "review.picture_too_large",
  body_too_large: "review.picture_too_big",
  too_many_pictures: "review.picture_too_many",
  media_unavailable: "review.picture_unavailable",
};

export function pictureRefusal(code: string): ReviewKey | undefined {
  return REFUSALS[code];
}
