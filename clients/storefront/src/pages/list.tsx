import type { ReactNode } from "react";
import { useBody } from "../data/use-data.ts";
import type { Translate } from "../i18n/messages.ts";
import type { ShopKey } from "../i18n/shop.en.ts";
import type { CategoryList, ProductPage } from "../sdk.ts";
import { categoryTrail, childrenOf } from "../shop/categories.ts";
import { useText } from "../shop/context.ts";
import { CATEGORIES, productsPath } from "../shop/requests.ts";
import { href, SORTS, type Route } from "../shop/route.ts";
import { Breadcrumbs } from "../ui/breadcrumbs.tsx";
import { categoryUrl } from "../ui/header.tsx";
import { Pager, SortLinks, type SortLink } from "../ui/list-nav.tsx";
import { Banner } from "../ui/picture.tsx";
import { GridSkeleton, ProductGrid } from "../ui/product-card.tsx";

type ListRoute = Extract<Route, { page: "products" | "category" }>;

export function ListPage({ route }: { route: ListRoute }): ReactNode {
  const t = useText();
  const slug = route.page === "category" ? route.slug : "";
  const page = useBody<ProductPage>(productsPath(route, slug));
  const categories = useBody<CategoryList>(CATEGORIES)?.data ?? [];
  const trail = slug ? categoryTrail(categories, slug) : [];
  const category = trail.at(-1);
  const title = slug ? (category?.name ?? "") : t("list.all_title");
  const children = childrenOf(categories, slug || undefined);
  return (
    <div className="wrap pb-20 pt-6 lg:pt-10">
      <Breadcrumbs trail={trail.slice(0, -1).map((it) => ({ name: it.name, url: categoryUrl(it.slug) }))} />
      <h1 tabIndex={-1} className="text-heading mt-3">
        {title}
      </h1>
      {category?.image && <Banner image={category.image} />}
      {children.length > 0 && (
        <nav aria-label={t("list.within", { title })} className="mt-5">
          <ul className="scroll-row flex sm:flex-wrap gap-2">
            {children.map((it) => (
              <li key={it.id}>
                <a href={categoryUrl(it.slug)} className="chip">
                  {it.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <SortLinks links={sortLinks(route, t)} />
      {!page && <GridSkeleton count={8} />}
      {page?.data.length === 0 && <p className="py-16 text-muted">{t("list.empty")}</p>}
      {page && page.data.length > 0 && <ProductGrid products={page.data} />}
      <Pager first={route.cursor && href({ ...route, cursor: "" })} next={page?.next_cursor && href({ ...route, cursor: page.next_cursor })} />
    </div>
  );
}

function sortLinks(route: ListRoute, t: Translate<ShopKey>): SortLink[] {
  return SORTS.map((sort) => ({
    name: t(`list.sort_${sort}` satisfies ShopKey),
    url: href({ ...route, sort, cursor: "" }),
    isCurrent: sort === route.sort,
  }));
}
