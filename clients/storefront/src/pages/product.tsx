import type { ReactNode } from "react";
import { useShopEvent } from "../analytics/use-analytics.ts";
import { useBody } from "../data/use-data.ts";
import type { Product, ProductPage as Page, ProductVariant } from "../sdk.ts";
import { useMoney, useShop, useText } from "../shop/context.ts";
import { productPath, productsPath } from "../shop/requests.ts";
import { ALL_REVIEWS } from "../shop/reviews.ts";
import { href } from "../shop/route.ts";
import { chosenVariant } from "../shop/variants.ts";
import { Breadcrumbs } from "../ui/breadcrumbs.tsx";
import { BuyBox } from "../ui/buy-box.tsx";
import { Gallery } from "../ui/gallery.tsx";
import { categoryUrl } from "../ui/header.tsx";
import { ProductGrid } from "../ui/product-card.tsx";
import { RatingLine } from "../ui/stars.tsx";
import { VariantPicker } from "../ui/variant-picker.tsx";
import { ProductReviewsPart } from "./reviews.tsx";

export function ProductPage({ slug, variant: id }: { slug: string; variant: string }): ReactNode {
  const product = useBody<Product>(productPath(slug));
  const variant = product && chosenVariant(product, id);
  if (!product || !variant) return <ProductSkeleton />;
  const category = product.categories.at(-1);
  return (
    <div className="wrap pb-20 pt-6 lg:pt-10">
      <Seen product={product.id} />
      <Breadcrumbs trail={product.categories.map((it) => ({ name: it.name, url: categoryUrl(it.slug) }))} />
      <div className="mt-4 grid gap-x-12 gap-y-8 lg:mt-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] xl:gap-x-20">
        <Gallery key={product.id} product={product} shown={variant.image?.url} />
        <div>
          <h1 tabIndex={-1} className="text-heading">
            {product.title}
          </h1>
          {product.subtitle && <p className="mt-2 text-muted">{product.subtitle}</p>}
          {product.rating && (
            <a href="#reviews" className="mt-2 inline-block py-1 underline-offset-4 hover:underline">
              <RatingLine rating={product.rating} />
            </a>
          )}
          <Price variant={variant} />
          {product.options.length > 0 && <VariantPicker product={product} variant={variant} />}
          <BuyBox product={product} variant={variant} />
          <Details product={product} variant={variant} />
        </div>
      </div>
      <ProductReviewsPart slug={product.slug} />
      {category && <Related category={category.slug} except={product.id} />}
    </div>
  );
}

/** Counts that the product was shown. */
function Seen({ product }: { product: string }): ReactNode {
  useShopEvent("product_viewed", product);
  return null;
}

function Price({ variant }: { variant: ProductVariant }): ReactNode {
  const t = useText();
  const money = useMoney();
  const { store } = useShop();
  const tax = { tax: store.tax.name };
  return (
    <div className="mt-4">
      <p className="flex flex-wrap items-baseline gap-x-3 text-2xl tabular-nums">
        <span className="sr-only">{t("product.price")}</span>
        <span data-price="">{money(variant.price)}</span>
        {variant.compare_at && (
          <s className="text-lg text-muted">
            <span className="sr-only">{t("product.was")} </span>
            {money(variant.compare_at)}
          </s>
        )}
      </p>
      <p className="mt-1 text-sm text-muted">
        {store.tax.included ? t("product.tax_included", tax) : t("product.tax_excluded", tax)}
      </p>
    </div>
  );
}

function Details({ product, variant }: { product: Product; variant: ProductVariant }): ReactNode {
  const t = useText();
  const facts: { name: string; value: string | undefined; url?: string }[] = [
    { name: t("product.vendor"), value: product.vendor },
    { name: t("search.merchant"), value: product.merchant.name, url: href({ page: "merchant_reviews", slug: product.merchant.slug, ...ALL_REVIEWS }) },
    { name: t("product.sku"), value: variant.sku },
  ].filter((it) => it.value);
  return (
    <section className="mt-10 border-t border-line pt-8" aria-label={t("product.details")}>
      {/* The server has sanitised it. */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: product.description }} />
      <dl className="mt-6 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm text-muted">
        {facts.map(({ name, value, url }) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="break-words">
              {url ? (
                <a href={url} className="link">
                  {value}
                </a>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Loaded by the browser: which category it is, the server learns only with the product itself. */
function Related({ category, except }: { category: string; except: string }): ReactNode {
  const t = useText();
  const page = useBody<Page>(productsPath({ sort: "newest", cursor: "" }, category, 5));
  const others = page?.data.filter((it) => it.id !== except).slice(0, 4) ?? [];
  if (others.length === 0) return null;
  return (
    <section className="mt-20 border-t border-line pt-12 lg:mt-28" aria-labelledby="related">
      <h2 id="related" className="text-title mb-8">
        {t("product.related")}
      </h2>
      <ProductGrid products={others} eager={0} />
    </section>
  );
}

function ProductSkeleton(): ReactNode {
  return (
    <div className="wrap pb-20 pt-20" aria-hidden="true">
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="skeleton aspect-square" />
        <div>
          <div className="skeleton h-10 w-3/4" />
          <div className="skeleton mt-5 h-8 w-1/4" />
          <div className="skeleton mt-10 h-12 w-full" />
        </div>
      </div>
    </div>
  );
}
