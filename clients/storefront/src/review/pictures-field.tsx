// Adds pictures to a review and removes them. Nothing is sent before the form is.

import { useEffect, useId, useRef, type ChangeEvent, type ReactNode } from "react";
import { fieldTexts } from "../form/texts.ts";
import { useTexts } from "../shop/context.ts";
import { CloseIcon } from "../ui/icons.tsx";
import { MOST_PICTURES, TYPES } from "./picture-rules.ts";
import { reviewTexts } from "./texts.ts";
import type { Pictures } from "./use-pictures.ts";

export function PicturesField({ pictures }: { pictures: Pictures }): ReactNode {
  const t = useTexts(reviewTexts);
  const f = useTexts(fieldTexts);
  const id = useId();
  const { kept, added, refused } = pictures;
  const input = useRef<HTMLInputElement>(null);
  const count = kept.length + added.length;
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    pictures.add([...(currentTarget.files ?? [])]);
    // The same file can be chosen again.
    currentTarget.value = "";
  };
  const drop = (act: () => void) => () => {
    act();
    // The button that had the focus is gone.
    input.current?.focus();
  };
  return (
    <div role="group" aria-labelledby={`${id}-title`}>
      <p id={`${id}-title`} className="mb-1.5 text-sm font-semibold">
        {t("review.pictures")}
        <span className="ms-1.5 font-normal text-muted">({f("field.optional")})</span>
      </p>
      {count > 0 && (
        <ul className="mb-3 flex flex-wrap gap-3">
          {kept.map((it, at) => (
            <Item key={it.id} name={t("review.picture_number", { number: at + 1 })} onRemove={drop(() => pictures.dropPicture(it))}>
              <img src={it.url} alt="" width={it.width} height={it.height} className="size-full object-cover" />
            </Item>
          ))}
          {added.map((it, at) => (
            <Item key={`${at}-${it.name}`} name={it.name} onRemove={drop(() => pictures.dropFile(it))}>
              <Preview file={it} />
            </Item>
          ))}
        </ul>
      )}
      {/* The browser's own button speaks the browser's language, and does not know what was chosen before. */}
      <label className="button button-quiet file-choice">
        {t("review.pictures_add")}
        <input
          ref={input}
          type="file"
          multiple
          accept={TYPES.join(",")}
          className="sr-only"
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? `${id}-hint ${id}-error` : `${id}-hint`}
          onChange={choose}
        />
      </label>
      <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
        {t("review.pictures_hint", { most: MOST_PICTURES })}
      </p>
      {refused && (
        <p id={`${id}-error`} role="alert" className="mt-1 text-sm font-medium break-words text-danger">
          {refused.name && `${refused.name}: `}
          {t(refused.text, { most: MOST_PICTURES })}
        </p>
      )}
    </div>
  );
}

function Item({ name, onRemove, children }: { name: string; onRemove: () => void; children: ReactNode }): ReactNode {
  const t = useTexts(reviewTexts);
  return (
    <li className="relative size-24">
      <div className="size-full overflow-hidden rounded-theme bg-surface">{children}</div>
      <button type="button" className="picture-remove" aria-label={t("review.picture_remove", { name })} onClick={onRemove}>
        <CloseIcon />
      </button>
    </li>
  );
}

/** Drawn instead of loaded: the page's policy allows no addresses of files. */
function Preview({ file }: { file: File }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    createImageBitmap(file).then(
      (image) => {
        const { current } = canvas;
        if (!current) return;
        const side = Math.min(image.width, image.height);
        const [left, top] = [(image.width - side) / 2, (image.height - side) / 2];
        current.getContext("2d")?.drawImage(image, left, top, side, side, 0, 0, current.width, current.height);
        image.close();
      },
      // What it is, the API finds out.
      () => undefined,
    );
  }, [file]);
  return <canvas ref={canvas} width={192} height={192} className="size-full" aria-hidden="true" />;
}
