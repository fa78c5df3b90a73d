import type { ReactNode } from "react";
import type { ProductImage } from "../sdk.ts";

interface Props {
  image: ProductImage | undefined;
  /** Of an image above the fold: it is loaded first. */
  eager?: boolean;
  className?: string;
  /** For an image beside text that says the same. */
  decorative?: boolean;
}

/** A square with the image, or with the empty colour of cards. */
export function Picture({ image, eager = false, className = "", decorative = false }: Props): ReactNode {
  return (
    <div className={`aspect-square overflow-hidden rounded-theme bg-surface ${className}`}>
      {image && (
        <img
          src={image.url}
          alt={decorative ? "" : image.alt}
          width={image.width ?? 800}
          height={image.height ?? 800}
          loading={eager ? "eager" : "lazy"}
          fetchPriority={eager ? "high" : "auto"}
          decoding="async"
          className="size-full object-cover"
        />
      )}
    </div>
  );
}
