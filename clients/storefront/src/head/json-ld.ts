// Structured data, as schema.org names it.

import type { Shop } from "../contract.ts";
import { toDecimal, type MerchantReview, type MerchantReviews, type Product, type ProductVariant, type Rating, type Review } from "../sdk.ts";
import { ALL_REVIEWS } from "../shop/reviews.ts";
import { href } from "../shop/route.ts";

const CONTEXT = "https://schema.org";

export const absolute = (origin: string, url: string): string => (url.startsWith("/") ? origin + url : url);

export function organization(store: Shop, origin: string): object {
  const { logo_url: logo } = store.brand;
  return {
    "@context": CONTEXT,
    "@type": "Organization",
    name: store.brand.name,
    url: `${origin}/`,
    ...(logo && { logo: absolute(origin, logo) }),
  };
}

export function breadcrumbs(origin: string, trail: readonly { name: string; path: string }[]): object {
  return {
    "@context": CONTEXT,
    "@type": "BreadcrumbList",
    itemListElement: trail.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: origin + path,
    })),
  };
}

export function productData(product: Product, store: Shop, origin: string, reviews: readonly Review[] = []): object {
  const url = (variant: string): string => origin + href({ page: "product", slug: product.slug, variant });
  const { seo_description: description, rating } = product;
  return {
    "@context": CONTEXT,
    "@type": "Product",
    name: product.title,
    url: url(""),
    image: product.images.map((it) => absolute(origin, it.url)),
    ...(description && { description }),
    ...(product.vendor && { brand: { "@type": "Brand", name: product.vendor } }),
    ...ratingData(rating, reviews),
    offers: product.variants.map((variant) => ({
      "@type": "Offer",
      name: variant.title,
      url: url(product.variants.length > 1 ? variant.id : ""),
      ...(variant.sku && { sku: variant.sku }),
      price: toDecimal(variant.price),
      priceCurrency: variant.price.currency,
      availability: `${CONTEXT}/${availability(variant)}`,
      seller: { "@type": "Organization", name: store.brand.name },
    })),
  };
}

function availability({ available, stock }: ProductVariant): string {
  if (!available) return "OutOfStock";
  if (stock?.level === "backorder") return "BackOrder";
  return stock?.level === "low_stock" ? "LimitedAvailability" : "InStock";
}

export function merchantData({ merchant, rating, data }: MerchantReviews, origin: string): object {
  return {
    "@context": CONTEXT,
    "@type": "Organization",
    name: merchant.name,
    url: origin + href({ page: "merchant_reviews", slug: merchant.slug, ...ALL_REVIEWS }),
    ...ratingData(rating, data),
  };
}

function ratingData(rating: Rating | undefined, reviews: readonly (Review | MerchantReview)[]): object {
  if (!rating) return {};
  return {
    aggregateRating: { "@type": "AggregateRating", ratingValue: rating.average, reviewCount: rating.count },
    ...reviewData(reviews),
  };
}

/** Search engines want to know the author: reviews without a name are left out. */
function reviewData(reviews: readonly (Review | MerchantReview)[]): object {
  const review = reviews.flatMap(({ rating, title, text, author_name: name, created_at }) => {
    if (!name) return [];
    return {
      "@type": "Review",
      reviewRating: { "@type": "Rating", ratingValue: rating },
      author: { "@type": "Person", name },
      datePublished: created_at.slice(0, 10),
      ...(title && { name: title }),
      ...(text && { reviewBody: text }),
    };
  });
  return review.length > 0 ? { review } : {};
}
