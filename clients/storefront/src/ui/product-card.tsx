import type { ReactNode } from "react";
import type { ProductSummary } from "../sdk.ts";
import { useMoney, useText } from "../shop/context.ts";
import { href } from "../shop/route.ts";
import { Picture } from "./picture.tsx";
import { RatingLine } from "./stars.tsx";

export function ProductCard({ product, eager = false }: { product: ProductSummary; eager?: boolean }): ReactNode {
  const t = useText();
  const money = useMoney();
  return (
    <a href={href({ page: "product", slug: product.slug, variant: "" })} className="group block">
      <div className="relative">
        <Picture image={product.image} eager={eager} decorative className="card-picture" />
        {!product.available && (
          <span className="absolute start-3 top-3 rounded-theme bg-background px-2.5 py-1 text-xs font-semibold">
            {t("card.sold_out")}
          </span>
        )}
      </div>
      <h3 className="mt-4 font-body text-base font-medium leading-snug decoration-1 underline-offset-4 group-hover:underline">
        {product.title}
      </h3>
      {product.rating && <RatingLine rating={product.rating} className="mt-1.5" />}
      <p className="mt-1 text-muted tabular-nums">{money(product.price)}</p>
    </a>
  );
}

interface GridProps {
  products: readonly ProductSummary[];
  /** How many images are loaded at once. */
  eager?: number;
  /** Beside something else on large screens. */
  isNarrow?: boolean;
}

export function ProductGrid({ products, eager = 4, isNarrow = false }: GridProps): ReactNode {
  const columns = isNarrow ? "xl:grid-cols-4 xl:gap-x-8" : "lg:grid-cols-4 lg:gap-x-8";
  return (
    <ul className={`grid grid-cols-2 gap-x-4 gap-y-10 md:grid-cols-3 md:gap-x-6 lg:gap-y-14 ${columns}`}>
      {products.map((product, index) => (
        <li key={product.id}>
          <ProductCard product={product} eager={index < eager} />
        </li>
      ))}
    </ul>
  );
}

/** The same room as a grid of products, before they are there. */
export function GridSkeleton({ count }: { count: number }): ReactNode {
  return (
    <div aria-hidden="true" className="grid grid-cols-2 gap-x-4 gap-y-10 md:grid-cols-3 md:gap-x-6 lg:grid-cols-4 lg:gap-x-8">
      {Array.from({ length: count }, (_, index) => (
        <div key={index}>
          <div className="skeleton aspect-square" />
          <div className="skeleton mt-4 h-5 w-3/4" />
          <div className="skeleton mt-2 h-4 w-1/3" />
        </div>
      ))}
    </div>
  );
}
