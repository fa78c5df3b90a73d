import { useEffect, useState, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { useText } from "../shop/context.ts";
import { CloseIcon, LeftIcon, RightIcon } from "./icons.tsx";
import { Sources, type Shown } from "./picture.tsx";

interface ZoomProps {
  dialog: RefObject<HTMLDialogElement | null>;
  image: Shown;
  index: number;
  count: number;
  onStep: (by: number) => void;
}

/** One of several images, as large as the screen. The dialog is opened by whoever has its reference. */
export function Zoom({ dialog, image, index, count, onStep }: ZoomProps): ReactNode {
  const t = useText();
  const title = t("product.image_of", { number: index + 1, count });
  const onKey = (event: KeyboardEvent): void => {
    if (count < 2) return;
    if (event.key === "ArrowLeft") onStep(-1);
    if (event.key === "ArrowRight") onStep(1);
  };
  // Its picture is large: nothing of it is loaded before it is opened.
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const element = dialog.current;
    const toggled = (): void => setOpen(element?.open ?? false);
    element?.addEventListener("toggle", toggled);
    return () => element?.removeEventListener("toggle", toggled);
  }, [dialog]);
  return (
    <dialog ref={dialog} className="zoom" aria-label={title} onKeyDown={onKey}>
      <div className="flex h-full flex-col">
        <div className="flex items-center justify-between gap-4 p-3">
          <p aria-live="polite" className="ps-2 text-sm tabular-nums">
            {title}
          </p>
          <button type="button" className="icon-button" aria-label={t("product.close")} onClick={() => dialog.current?.close()}>
            <CloseIcon />
          </button>
        </div>
        <div className="flex min-h-0 grow items-center justify-center px-4 pb-4">
          {isOpen && <Sources image={image} sizes="100vw" alt={image.alt} className="max-h-full max-w-full rounded-theme object-contain" />}
        </div>
        {count > 1 && (
          <div className="flex justify-center gap-4 p-3">
            <button type="button" className="icon-button" aria-label={t("product.previous")} onClick={() => onStep(-1)}>
              <LeftIcon />
            </button>
            <button type="button" className="icon-button" aria-label={t("product.next")} onClick={() => onStep(1)}>
              <RightIcon />
            </button>
          </div>
        )}
      </div>
    </dialog>
  );
}
