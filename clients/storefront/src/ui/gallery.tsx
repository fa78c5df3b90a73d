import { useRef, useState, type ReactNode } from "react";
import type { Product, ProductImage } from "../sdk.ts";
import { useText } from "../shop/context.ts";
import { allImages } from "../shop/variants.ts";
import { ZoomIcon } from "./icons.tsx";
import { Picture } from "./picture.tsx";
import { Zoom } from "./zoom.tsx";

/** The images of a product: one large, all as thumbnails, and each enlarged on demand. */
export function Gallery({ product, shown }: { product: Product; shown: string | undefined }): ReactNode {
  const t = useText();
  const images = allImages(product);
  const indexOf = (url: string | undefined): number => Math.max(0, images.findIndex((it) => it.url === url));
  const [index, setIndex] = useState(indexOf(shown));
  const [follows, setFollows] = useState(shown);
  const zoom = useRef<HTMLDialogElement>(null);
  // Another variant has another image. Set while rendering, so that the old one is not drawn first.
  if (follows !== shown) {
    setFollows(shown);
    if (shown) setIndex(indexOf(shown));
  }
  const image = images[index];
  if (!image) return <Picture image={undefined} />;
  const step = (by: number): void => setIndex((index + by + images.length) % images.length);
  return (
    <div role="group" aria-label={t("product.images", { title: product.title })}>
      <a
        href={image.url}
        data-native=""
        aria-label={`${t("product.zoom")}: ${image.alt}`}
        className="group relative block cursor-zoom-in"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          zoom.current?.showModal();
        }}
      >
        <Picture image={image} eager sizes="(min-width: 64rem) 50vw, 100vw" />
        <span className="gallery-zoom">
          <ZoomIcon />
        </span>
      </a>
      {images.length > 1 && <Thumbnails images={images} index={index} onPick={setIndex} />}
      <Zoom dialog={zoom} image={image} index={index} count={images.length} onStep={step} />
    </div>
  );
}

interface ThumbnailsProps {
  images: readonly ProductImage[];
  index: number;
  onPick: (index: number) => void;
}

function Thumbnails({ images, index, onPick }: ThumbnailsProps): ReactNode {
  const t = useText();
  return (
    <ul className="mt-3 flex flex-wrap gap-3">
      {images.map((it, at) => (
        <li key={it.url}>
          <a
            href={it.url}
            data-native=""
            className="thumbnail"
            aria-label={t("product.image_of", { number: at + 1, count: images.length })}
            aria-current={at === index ? "true" : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey) return;
              event.preventDefault();
              onPick(at);
            }}
          >
            <Picture image={it} decorative sizes="5rem" className="w-16 sm:w-20" />
          </a>
        </li>
      ))}
    </ul>
  );
}
