// The head of each page.

import type { Config, ContentPage, Reply, Shop } from "../contract.ts";
import { shopTexts, translator, type Translate } from "../i18n/messages.ts";
import type { ShopKey } from "../i18n/shop.en.ts";
import type { CategoryList, MerchantReviews, Product, ProductImage, ProductReviews } from "../sdk.ts";
import { categoryTrail } from "../shop/categories.ts";
import { CATEGORIES, contentPath, productPath } from "../shop/requests.ts";
import { ALL_REVIEWS, fewReviewsPath, merchantReviewsPath, reviewQuery, type ReviewList } from "../shop/reviews.ts";
import { href, type Route } from "../shop/route.ts";
import type { Head } from "./head.ts";
import { escapeHtml, plainText } from "./head.ts";
import { absolute, breadcrumbs, merchantData, organization, productData } from "./json-ld.ts";

export interface HeadInput {
  route: Route;
  store: Shop;
  origin: string;
  config: Config;
  reply: (path: string) => Reply | undefined;
}

interface Scope extends HeadInput {
  t: Translate<ShopKey>;
}

export function pageHead(input: HeadInput): Head {
  const { route, store, origin, config } = input;
  const t = translator(shopTexts, store.locale, store.brand.texts);
  const own = ofPage({ ...input, t });
  const favicon = store.brand.favicon_url ?? monogram(store);
  if (own.noindex) return { ...own, favicon };
  const canonical = own.canonical ?? origin + href(route);
  return {
    ...own,
    canonical,
    favicon,
    ...(config.alternates && { alternates: config.alternates }),
    graph: {
      "og:site_name": store.brand.name,
      "og:type": route.page === "product" ? "product" : "website",
      "og:title": own.title,
      ...(own.description && { "og:description": own.description }),
      "og:url": canonical,
      "og:locale": store.locale.replace("-", "_"),
      ...own.graph,
    },
  };
}

function ofPage(scope: Scope): Head {
  const { route, store, origin, t } = scope;
  const named = (title: string): string => `${title} – ${store.brand.name}`;
  switch (route.page) {
    case "home":
      return {
        title: store.tagline ? `${store.brand.name} – ${store.tagline}` : store.brand.name,
        ...(store.tagline && { description: store.tagline }),
        jsonLd: [organization(store, origin)],
      };
    case "products":
      return listHead(scope, t("list.all_title"), []);
    case "category":
      return categoryHead(scope, route.slug);
    case "product":
      return productHead(scope, route.slug);
    case "reviews": {
      const product = body<Product>(scope, productPath(route.slug));
      if (!product) return missing(scope);
      return { title: named(t("review.title_of", { title: product.title })), ...(isPart(route) && { noindex: true }) };
    }
    case "merchant_reviews": {
      const reviews = body<MerchantReviews>(scope, merchantReviewsPath(route.slug, route));
      if (!reviews) return missing(scope);
      const title = named(t("review.title_of", { title: reviews.merchant.name }));
      return isPart(route) ? { title, noindex: true } : { title, jsonLd: [merchantData(reviews, origin)] };
    }
    case "search":
      return { title: named(route.q ? t("search.results_for", { q: route.q }) : t("search.title")), noindex: true };
    case "content": {
      const page = body<ContentPage>(scope, contentPath(route.slug));
      if (!page) return missing(scope);
      return { title: named(page.title), description: plainText(page.html) };
    }
    case "cart":
      return { title: named(t("cart.title")), noindex: true };
    case "checkout":
      return { title: named(t("checkout.title")), noindex: true };
    case "order":
    case "account_order":
      return { title: named(t("order.title")), noindex: true };
    case "find_order":
      return { title: named(t("find_order.title")), noindex: true };
    case "account": {
      const key = route.view === "overview" ? "account.title" : (`account.${route.view}.title` as const);
      return { title: named(t(key)), noindex: true };
    }
    case "newsletter":
      return { title: named(t(`newsletter.${route.view}.title`)), noindex: true };
    case "staff":
      return { title: named(t(`staff.${route.view}.title`)), noindex: true };
    case "not_found":
      return missing(scope);
  }
}

function categoryHead(scope: Scope, slug: string): Head {
  const categories = body<CategoryList>(scope, CATEGORIES)?.data ?? [];
  const trail = categoryTrail(categories, slug);
  const category = trail.at(-1);
  if (!category) return missing(scope);
  const crumbs = trail.map((it) => ({
    name: it.name,
    path: href({ page: "category", slug: it.slug, sort: "newest", cursor: "" }),
  }));
  return { ...listHead(scope, category.name, crumbs), ...graphImage(scope, category.image) };
}

function listHead({ route, store, origin, t }: Scope, name: string, crumbs: { name: string; path: string }[]): Head {
  if (route.page !== "products" && route.page !== "category") return { title: name };
  const isFirst = route.cursor === "";
  const title = isFirst ? name : t("list.page_title", { title: name });
  // Another order of the same products is the same page to a search engine.
  const path = href(route.sort === "newest" ? route : { ...route, sort: "newest", cursor: "" });
  return {
    title: `${title} – ${store.brand.name}`,
    description: t("list.description", { title: name, store: store.brand.name }),
    canonical: origin + path,
    jsonLd: crumbs.length > 0 ? [breadcrumbs(origin, [{ name: t("nav.home"), path: "/" }, ...crumbs])] : [],
  };
}

function productHead(scope: Scope, slug: string): Head {
  const { store, origin, t } = scope;
  const product = body<Product>(scope, productPath(slug));
  if (!product) return missing(scope);
  const path = href({ page: "product", slug: product.slug, variant: "" });
  const description = product.seo_description ?? plainText(product.description);
  const trail = product.categories.map((it) => ({
    name: it.name,
    path: href({ page: "category", slug: it.slug, sort: "newest", cursor: "" }),
  }));
  const image = product.images[0];
  return {
    title: `${product.seo_title ?? product.title} – ${store.brand.name}`,
    ...(description && { description }),
    canonical: origin + path,
    ...graphImage(scope, image),
    jsonLd: [
      productData(product, store, origin, body<ProductReviews>(scope, fewReviewsPath(slug))?.data),
      breadcrumbs(origin, [{ name: t("nav.home"), path: "/" }, ...trail, { name: product.title, path }]),
    ],
  };
}

/** What social networks show beside the page. */
function graphImage({ origin }: Scope, image: ProductImage | undefined): Pick<Head, "graph"> {
  return image ? { graph: { "og:image": absolute(origin, image.url), "og:image:alt": image.alt } } : {};
}

/** Filtered, sorted or behind the first page: no page of its own to a search engine. */
function isPart(list: ReviewList): boolean {
  return reviewQuery(list) !== reviewQuery(ALL_REVIEWS);
}

function missing({ store, t }: Scope): Head {
  return { title: `${t("not_found.title")} – ${store.brand.name}`, noindex: true };
}

function body<Body>({ reply }: HeadInput, path: string): Body | undefined {
  const found = reply(path);
  return found?.status === 200 ? (found.body as Body) : undefined;
}

/** An icon for tabs: the brand's first letter on its colour. */
function monogram({ name, brand }: Shop): string {
  const letter = escapeHtml([...name][0] ?? "");
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${brand.colors.primary}"/>` +
    `<text x="16" y="23" font-family="Georgia,serif" font-size="20" text-anchor="middle" fill="${brand.colors.on_primary}">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
