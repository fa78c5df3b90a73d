import type { ImgHTMLAttributes, ReactNode } from "react";
import type { ProductImage } from "../sdk.ts";

/** An image; of those in carts and orders only the address is known. */
export type Shown = Pick<ProductImage, "url" | "alt"> & Partial<ProductImage>;

interface Props {
  image: Shown | undefined;
  /** Of an image above the fold: it is loaded first. */
  eager?: boolean;
  className?: string;
  /** For an image beside text that says the same. */
  decorative?: boolean;
  /** How wide it is shown; as cards are unless given. */
  sizes?: string;
}

interface SourcesProps extends ImgHTMLAttributes<HTMLImageElement> {
  image: Shown;
  sizes: string;
}

/** The classes that keep the focal point of an image visible where it is cropped; without one its middle is. */
export function focus({ focal_point: point }: Shown): string {
  if (!point) return "";
  return `focus focus-x-${Math.round(point.x / 50)} focus-y-${Math.round(point.y / 50)}`;
}

/** An image of which the browser loads the form that fits: the width by `sizes`, and WebP if it can. */
export function Sources({ image, sizes, ...rest }: SourcesProps): ReactNode {
  const types = [...new Set((image.sources ?? []).map((it) => it.content_type))];
  const set = (type: string | undefined): string | undefined => {
    const forms = (image.sources ?? []).filter((it) => it.content_type === type);
    return forms.map((it) => `${it.url} ${it.width}w`).join(", ") || undefined;
  };
  const own = types.at(-1);
  return (
    <picture className="contents">
      {types.slice(0, -1).map((type) => (
        <source key={type} type={type} srcSet={set(type)} sizes={sizes} />
      ))}
      <img {...rest} srcSet={set(own)} sizes={own && sizes} src={image.url} />
    </picture>
  );
}

/** A square with the image, or with the empty colour of cards. */
export function Picture({ image, eager = false, className = "", decorative = false, sizes }: Props): ReactNode {
  return (
    <div className={`aspect-square overflow-hidden rounded-theme bg-surface ${className}`}>
      {image && (
        <Sources
          image={image}
          sizes={sizes ?? "(min-width: 64rem) 25vw, 50vw"}
          alt={decorative ? "" : image.alt}
          width={image.width ?? 800}
          height={image.height ?? 800}
          loading={eager ? "eager" : "lazy"}
          fetchPriority={eager ? "high" : "auto"}
          decoding="async"
          className={`size-full object-cover ${focus(image)}`.trim()}
        />
      )}
    </div>
  );
}

/** A wide strip with the image, at the head of a page. */
export function Banner({ image }: { image: Shown }): ReactNode {
  return (
    <div className="mt-4 aspect-2/1 overflow-hidden rounded-theme bg-surface sm:aspect-4/1">
      <Sources
        image={image}
        sizes="(min-width: 80rem) 80rem, 100vw"
        alt={image.alt}
        width={image.width ?? 1600}
        height={image.height ?? 400}
        loading="eager"
        fetchPriority="high"
        decoding="async"
        className={`size-full object-cover ${focus(image)}`.trim()}
      />
    </div>
  );
}
