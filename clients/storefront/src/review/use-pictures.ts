// The pictures of a review while its form is open: those it has, those to remove and those to add.

import { useState } from "react";
import type { OwnReview, ReviewPicture } from "../sdk.ts";
import { failureOf } from "../shop/failure.ts";
import type { ReviewAccess } from "./access.ts";
import { MOST_PICTURES, pictureRefusal, refusalOf } from "./picture-rules.ts";
import type { ReviewKey } from "./texts.ts";

/** A file that was refused, and why; without a name it is about all of them. */
export interface Refused {
  name: string;
  text: ReviewKey;
}

export interface Pictures {
  kept: readonly ReviewPicture[];
  added: readonly File[];
  refused: Refused | undefined;
  add: (files: readonly File[]) => void;
  dropFile: (file: File) => void;
  dropPicture: (picture: ReviewPicture) => void;
  /** Removes and uploads. Fails with the first file that is refused; what was done until then is not done again. */
  save: (review: OwnReview, access: ReviewAccess) => Promise<OwnReview>;
}

export function usePictures(initial: readonly ReviewPicture[]): Pictures {
  const [kept, setKept] = useState(initial);
  const [removed, setRemoved] = useState<readonly ReviewPicture[]>([]);
  const [added, setAdded] = useState<readonly File[]>([]);
  const [refused, setRefused] = useState<Refused>();

  const add = (files: readonly File[]): void => {
    const fit = files.filter((it) => refusalOf(it) === undefined);
    const room = MOST_PICTURES - kept.length - added.length;
    const [wrong] = files.flatMap((it) => {
      const text = refusalOf(it);
      return text ? [{ name: it.name, text }] : [];
    });
    setAdded([...added, ...fit.slice(0, Math.max(room, 0))]);
    setRefused(wrong ?? (fit.length > room ? { name: "", text: "review.picture_too_many" } : undefined));
  };
  const dropFile = (file: File): void => {
    setAdded(added.filter((it) => it !== file));
    setRefused(undefined);
  };
  const dropPicture = (picture: ReviewPicture): void => {
    setKept(kept.filter((it) => it !== picture));
    setRemoved([...removed, picture]);
    setRefused(undefined);
  };
  const save = async (review: OwnReview, access: ReviewAccess): Promise<OwnReview> => {
    setRefused(undefined);
    let saved = review;
    for (const picture of removed) {
      await access.removePicture(review.id, picture.id);
      saved = { ...saved, pictures: saved.pictures.filter((it) => it.id !== picture.id) };
      setRemoved((all) => all.filter((it) => it !== picture));
    }
    for (const file of added) {
      try {
        saved = await access.addPicture(review.id, file);
      } catch (error) {
        const text = pictureRefusal(failureOf(error).code);
        if (text) setRefused({ name: file.name, text });
        throw error;
      }
      setKept(saved.pictures);
      setAdded((all) => all.filter((it) => it !== file));
    }
    return saved;
  };
  return { kept, added, refused, add, dropFile, dropPicture, save };
}
