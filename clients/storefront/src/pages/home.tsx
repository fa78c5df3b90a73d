import type { ReactNode } from "react";
import { useBody } from "../data/use-data.ts";
import type { Category, CategoryList, ProductPage, ProductSummary } from "../sdk.ts";
import { childrenOf } from "../shop/categories.ts";
import { useShop, useText } from "../shop/context.ts";
import { CATEGORIES, NEWEST } from "../shop/requests.ts";
import { categoryUrl } from "../ui/header.tsx";
import { href } from "../shop/route.ts";
import { Picture } from "../ui/picture.tsx";
import { GridSkeleton, ProductGrid } from "../ui/product-card.tsx";

export function HomePage(): ReactNode {
  const t = useText();
  const products = useBody<ProductPage>(NEWEST)?.data;
  const categories = useBody<CategoryList>(CATEGORIES)?.data ?? [];
  return (
    <>
      <Hero products={products?.filter((it) => it.image).slice(0, 3) ?? []} />
      {categories.length > 0 && <CategoryTiles categories={categories} />}
      <section className={`wrap section ${categories.length > 0 ? "pt-0" : ""}`} aria-labelledby="newest">
        <div className="mb-8 flex items-end justify-between gap-6 lg:mb-10">
          <h2 id="newest" className="text-title">
            {t("home.newest")}
          </h2>
          <a href="/products" className="link shrink-0 pb-1">
            {t("home.view_all")}
          </a>
        </div>
        {products ? <ProductGrid products={products} eager={0} /> : <GridSkeleton count={8} />}
      </section>
    </>
  );
}

function Hero({ products }: { products: readonly ProductSummary[] }): ReactNode {
  const t = useText();
  const { store } = useShop();
  const intro = t("home.intro");
  return (
    <section className="hero">
      <div className="wrap grid items-center gap-10 py-12 md:grid-cols-2 md:py-16 lg:gap-20 lg:py-24">
        <div className="max-w-xl">
          <h1 tabIndex={-1} className="text-display">
            {store.tagline ?? store.brand.name}
          </h1>
          {intro && <p className="mt-5 text-lg opacity-90">{intro}</p>}
          <a href="/products" className="button hero-button mt-8">
            {t("home.cta")}
          </a>
        </div>
        {products.length > 0 && (
          <ul className="hero-pictures">
            {products.map((product, index) => (
              <li key={product.id}>
                <a href={href({ page: "product", slug: product.slug, variant: "" })} aria-label={product.title} className="block">
                  <Picture image={product.image} eager={index === 0} decorative />
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function CategoryTiles({ categories }: { categories: readonly Category[] }): ReactNode {
  const t = useText();
  return (
    <section className="wrap section" aria-labelledby="categories">
      <h2 id="categories" className="text-title mb-8 lg:mb-10">
        {t("home.categories")}
      </h2>
      <ul className="grid grid-cols-2 gap-x-8 lg:grid-cols-3">
        {childrenOf(categories).map((root) => (
          <li key={root.id} className="category-tile">
            <a href={categoryUrl(root.slug)} className="inline-block py-1 font-heading text-xl underline-offset-4 hover:underline sm:text-2xl">
              {root.name}
            </a>
            <ul className="mt-1 hidden flex-wrap gap-x-4 text-muted sm:flex">
              {childrenOf(categories, root.slug).map((child) => (
                <li key={child.id}>
                  <a href={categoryUrl(child.slug)} className="inline-block py-1 underline-offset-4 hover:text-text hover:underline">
                    {child.name}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
