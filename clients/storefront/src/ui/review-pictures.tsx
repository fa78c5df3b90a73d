import { useRef, useState, type ReactNode } from "react";
import type { ReviewPicture } from "../sdk.ts";
import { useText } from "../shop/context.ts";
import { Zoom } from "./zoom.tsx";

interface Props {
  pictures: readonly ReviewPicture[];
  /** Name of the author of the review. */
  author: string;
}

/** The pictures of a review in a row; each opens large. */
export function ReviewPictures({ pictures, author }: Props): ReactNode {
  const t = useText();
  const [index, setIndex] = useState(0);
  const zoom = useRef<HTMLDialogElement>(null);
  const count = pictures.length;
  // There may be fewer, after the author removed some.
  const at = Math.min(index, count - 1);
  const shown = pictures[at];
  if (!shown) return null;
  const alt = (place: number): string => t("review.picture_of", { number: place + 1, count, author });
  return (
    <>
      <ul className="mt-3 flex flex-wrap gap-3">
        {pictures.map((it, place) => (
          <li key={it.id}>
            <a
              href={it.url}
              data-native=""
              className="block cursor-zoom-in"
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey) return;
                event.preventDefault();
                setIndex(place);
                zoom.current?.showModal();
              }}
            >
              <img
                src={it.url}
                alt={alt(place)}
                width={it.width}
                height={it.height}
                loading="lazy"
                decoding="async"
                className="size-20 rounded-theme bg-surface object-cover sm:size-24"
              />
            </a>
          </li>
        ))}
      </ul>
      <Zoom
        dialog={zoom}
        image={{ url: shown.url, alt: alt(at) }}
        index={at}
        count={count}
        onStep={(by) => setIndex((at + by + count) % count)}
      />
    </>
  );
}
