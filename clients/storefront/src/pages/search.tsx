import { useEffect, useRef, type ReactNode } from "react";
import { useBody } from "../data/use-data.ts";
import { formatNumber } from "../format/number.ts";
import { plural } from "../i18n/messages.ts";
import type { ShopKey } from "../i18n/shop.en.ts";
import type { CategoryList, SearchFacets, SearchResult } from "../sdk.ts";
import { childrenOf } from "../shop/categories.ts";
import { useShop, useText } from "../shop/context.ts";
import { CATEGORIES, searchPath } from "../shop/requests.ts";
import { ALL_REVIEWS } from "../shop/reviews.ts";
import { href } from "../shop/route.ts";
import { EVERYTHING, isFiltered, SEARCH_SORTS, unfiltered, type Search } from "../shop/search.ts";
import { Chosen, Facets } from "../ui/facets.tsx";
import { categoryUrl } from "../ui/header.tsx";
import { FilterIcon } from "../ui/icons.tsx";
import { Pager, SortLinks } from "../ui/list-nav.tsx";
import { GridSkeleton, ProductGrid } from "../ui/product-card.tsx";
import { SearchBox } from "../ui/search-box.tsx";

export function SearchPage({ route }: { route: Search }): ReactNode {
  const t = useText();
  const found = useBody<SearchResult>(searchPath(route));
  return (
    <div className="wrap pb-20 pt-6 lg:pt-10">
      <h1 tabIndex={-1} className="text-heading break-words">
        {route.q ? t("search.results_for", { q: route.q }) : t("search.title")}
      </h1>
      <SearchBox key={route.q} initial={route.q} className="mt-6 max-w-xl" />
      <Notes search={route} found={found} />
      {found?.total === 0 && !isFiltered(route) ? <Nothing search={route} /> : <Results search={route} found={found} />}
    </div>
  );
}

/** The products beside the filters. */
function Results({ search, found }: { search: Search; found: SearchResult | undefined }): ReactNode {
  const t = useText();
  const categories = useBody<CategoryList>(CATEGORIES)?.data ?? [];
  // Filters stay while the next result is on its way.
  const last = useRef(found);
  useEffect(() => {
    if (found) last.current = found;
  }, [found]);
  const facets = (found ?? last.current)?.facets;
  const url = (over: Partial<Search>): string => href({ page: "search", ...search, cursor: "", ...over });
  const sorts = SEARCH_SORTS.map((sort) => ({
    name: t(`list.sort_${sort}` satisfies ShopKey),
    url: url({ sort }),
    isCurrent: sort === search.sort,
  }));
  return (
    <div className="mt-8 grid items-start grid-cols-1 gap-x-10 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)] xl:gap-x-16">
      {facets ? <Filters search={search} facets={facets} /> : <div className="skeleton h-12 lg:h-96" aria-hidden="true" />}
      <div>
        <Chosen search={search} facets={facets} categories={new Map(categories.map((it) => [it.slug, it.name]))} />
        <Merchants search={search} facets={facets} />
        {found?.total !== 0 && <SortLinks links={sorts} className="mb-8" />}
        {!found && <GridSkeleton count={8} />}
        {found && found.data.length > 0 && <ProductGrid products={found.data} isNarrow />}
        {found?.total === 0 && <Nothing search={search} />}
        <Pager first={search.cursor && url({})} next={found?.next_cursor && url({ cursor: found.next_cursor })} />
      </div>
    </div>
  );
}

/** Leads from the filter of a merchant to its reviews. */
function Merchants({ search, facets }: { search: Search; facets: SearchFacets | undefined }): ReactNode {
  const t = useText();
  const chosen = facets?.merchants.filter(({ slug }) => search.merchant.includes(slug)) ?? [];
  if (chosen.length === 0) return null;
  return (
    <ul className="mb-6 flex flex-wrap gap-x-6 gap-y-1">
      {chosen.map(({ slug, name }) => (
        <li key={slug} className="min-w-0">
          <a href={href({ page: "merchant_reviews", slug, ...ALL_REVIEWS })} className="link inline-block max-w-full py-1 break-words">
            {t("review.title_of", { title: name })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** How many were found, and whether it is what was asked for. */
function Notes({ search, found }: { search: Search; found: SearchResult | undefined }): ReactNode {
  const t = useText();
  const { locale } = useShop().store;
  const meant = found?.did_you_mean;
  const count = found && plural(t, "search.total", found.total).replace(String(found.total), formatNumber(found.total, locale));
  return (
    <div role="status" className="mt-6 min-h-6">
      {meant && (
        <p className="mb-1">
          {t("search.instead", { q: search.q })}{" "}
          <a href={href({ page: "search", ...EVERYTHING, q: meant })} className="link inline-block py-0.5 font-semibold" data-meant="">
            {meant}
          </a>
        </p>
      )}
      {found?.partial && found.total > 0 && <p className="mb-1">{t("search.partial")}</p>}
      {/* What is shown in place of no products says so already. */}
      <p className={found?.total === 0 ? "sr-only" : "text-muted"} data-count={found?.total}>
        {count}
      </p>
    </div>
  );
}

/** Beside the products on large screens, else behind a button. It opens without JavaScript. */
function Filters({ search, facets }: { search: Search; facets: SearchResult["facets"] }): ReactNode {
  const t = useText();
  const { location } = useShop();
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => details.current?.removeAttribute("open"), [location]);
  return (
    <details ref={details} className="filters">
      <summary className="button button-quiet list-none">
        <FilterIcon />
        {t("search.filters")}
      </summary>
      <div role="group" aria-label={t("search.filters")} className="mt-4 lg:mt-0">
        <Facets search={search} facets={facets} />
      </div>
    </details>
  );
}

function Nothing({ search }: { search: Search }): ReactNode {
  const t = useText();
  const roots = childrenOf(useBody<CategoryList>(CATEGORIES)?.data ?? []);
  const hasFilters = isFiltered(search);
  return (
    <div className="py-8" data-empty="">
      <p className="max-w-prose text-lg">{hasFilters ? t("search.none_with_filters") : t("search.none")}</p>
      <p className="mt-6 flex flex-wrap gap-4">
        {hasFilters && (
          <a href={href({ page: "search", ...unfiltered(search) })} className="button">
            {t("search.clear")}
          </a>
        )}
        <a href="/products" className="button button-quiet">
          {t("nav.all_products")}
        </a>
      </p>
      {roots.length > 0 && (
        <ul className="mt-8 flex flex-wrap gap-2">
          {roots.map((it) => (
            <li key={it.id}>
              <a href={categoryUrl(it.slug)} className="chip">
                {it.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
