// The built script in QuickJS, as the server runs it.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { PageData, Plan, Rendered } from "../src/contract.ts";
import { loadRenderer } from "../dev/renderer.mjs";
import { countries } from "../build/countries.mjs";
import { readFile } from "node:fs/promises";

interface Renderer {
  plan(input: object): Plan;
  render(input: object): Rendered;
}

let renderer: Renderer;
before(async () => {
  renderer = (await loadRenderer(fileURLToPath(new URL("../dist/render.js", import.meta.url)))) as Renderer;
});

const store = (name: string, locale = "en-US") => ({
  id: "stf_1",
  name,
  locale,
  country: "US",
  currency: "USD",
  tax: { included: false, name: "Sales tax", rate: "8" },
  brand: {
    name,
    colors: { primary: "#123456", on_primary: "#ffffff", background: "#ffffff", surface: "#eeeeee", text: "#111111", accent: "#996600" },
    fonts: { heading: "Lora", body: "Inter" },
  },
  payment_providers: ["stripe"],
  events_need_consent: true,
});

const price = { amount: 1205, currency: "USD" };
const product = {
  id: "prod_1",
  slug: "mug",
  title: 'Mug </title><script>alert(1)</script> "big"',
  description: "<p>Clay.</p>",
  seo_description: '</script><script>alert("seo")</script>',
  merchant: { slug: "aurora-one", name: "Aurora One" },
  vendor: "Aurora",
  product_type: "Mug",
  tags: [],
  price,
  available: true,
  images: [{ url: "/media/mug.webp", alt: "A mug" }],
  options: [],
  variants: [{ id: "var_1", title: "Mug", options: [], price, available: true, sku: "M1" }],
  categories: [],
};

function page(over: Partial<Record<keyof PageData, unknown>>): object {
  const data = { "/storefront/v1/categories": { status: 200, body: { data: [] } } };
  return { path: "/", query: "", origin: "https://shop.example", store: store("Shop"), config: {}, data, ...over };
}

const withProduct = (status: number, body: unknown): object =>
  page({ path: "/products/mug", data: { "/storefront/v1/products/mug": { status, body } } });

test("a product's text cannot leave the place where it is written", () => {
  const { status, head, body } = renderer.render(withProduct(200, product));
  assert.equal(status, 200);
  assert.doesNotMatch(head + body, /<script>alert/);
  assert.match(head, /<link rel="canonical" href="https:\/\/shop\.example\/products\/mug">/);
  const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(head) ?? [];
  const data = JSON.parse(json) as { name: string; offers: { price: string; availability: string }[] };
  assert.equal(data.name, product.title);
  assert.deepEqual([data.offers[0]?.price, data.offers[0]?.availability], ["12.05", "https://schema.org/InStock"]);
});

const rating = { average: "4.35", count: 2 };
const hostile = "</script><script>alert(2)</script>";
const reviews = {
  data: [
    {
      id: "rev_1",
      rating: 5,
      title: hostile,
      text: `Good.\n${hostile}`,
      author_name: `Anna ${hostile}`,
      created_at: "2026-11-29T12:00:00Z",
      variant_title: "",
      pictures: [{ id: "rpi_1", url: '/media/"><script>alert(3)</script>.webp', width: 1200, height: 900 }],
      answer: { text: hostile, answered_at: "2026-11-30T12:00:00Z" },
    },
    { id: "rev_2", rating: 4, created_at: "2026-11-28T12:00:00Z", variant_title: "Blue", pictures: [] },
  ],
  has_more: false,
  histogram: [5, 4, 3, 2, 1].map((stars) => ({ rating: stars, count: stars > 3 ? 1 : 0 })),
  rating,
  verification: "Only shoppers who bought it.",
};
const reviewed = (): object =>
  page({
    path: "/products/mug",
    data: {
      "/storefront/v1/products/mug": { status: 200, body: { ...product, rating } },
      "/storefront/v1/products/mug/reviews?limit=4": { status: 200, body: reviews },
    },
  });

test("reviews are text, and search engines read the rating and the named authors", () => {
  const { head, body } = renderer.render(reviewed());
  assert.doesNotMatch(head + body, /<script>alert/);
  const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(head) ?? [];
  const { aggregateRating, review } = JSON.parse(json) as { aggregateRating: object; review: object[] };
  assert.deepEqual(aggregateRating, { "@type": "AggregateRating", ratingValue: "4.35", reviewCount: 2 });
  assert.deepEqual(review, [
    {
      "@type": "Review",
      reviewRating: { "@type": "Rating", ratingValue: 5 },
      author: { "@type": "Person", name: `Anna ${hostile}` },
      datePublished: "2026-11-29",
      name: hostile,
      reviewBody: `Good.\n${hostile}`,
    },
  ]);
  assert.match(body, /4\.4 out of 5 stars/);
});

const ofMerchant = (status: number, body: unknown): object => {
  const data = { "/storefront/v1/merchants/north/reviews?limit=20": { status, body } };
  return page({ path: "/merchants/north/reviews", data });
};

test("the reviews of a merchant are a page, with its rating for search engines", () => {
  const { data, ...rest } = reviews;
  const [{ variant_title, ...review } = { variant_title: "" }] = data;
  const { status, head, body } = renderer.render(ofMerchant(200, { merchant: { slug: "north", name: `North ${hostile}` }, ...rest, data: [review] }));
  assert.deepEqual([status, variant_title], [200, ""]);
  assert.doesNotMatch(head + body, /<script>alert/);
  assert.match(head, /<link rel="canonical" href="https:\/\/shop\.example\/merchants\/north\/reviews">/);
  const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(head) ?? [];
  const merchant = JSON.parse(json) as Record<string, unknown>;
  assert.deepEqual(
    [merchant["@type"], merchant["name"], merchant["aggregateRating"]],
    ["Organization", `North ${hostile}`, { "@type": "AggregateRating", ratingValue: "4.35", reviewCount: 2 }],
  );
  assert.match(body, /loading="lazy"[^>]*width="1200"|width="1200"[^>]*loading="lazy"/);
});

test("a merchant that is not there is a missing page", () => {
  const { status, head } = renderer.render(ofMerchant(404, { code: "not_found" }));
  assert.equal(status, 404);
  assert.match(head, /content="noindex"/);
});

test("no element has a style or a handler of its own, which the page's policy forbids", () => {
  const { body } = renderer.render(reviewed());
  assert.doesNotMatch(body, /<[^>]+\s(style|on\w+)=/);
});

const picture = (name: string, over: object = {}): object => ({ url: `/media/${name}.jpg`, alt: `A ${name}`, width: 1600, height: 900, sources: [], ...over });
const ofCategory = (image?: object): object =>
  page({
    path: "/categories/mugs",
    data: {
      "/storefront/v1/categories": { status: 200, body: { data: [{ id: "cat_1", slug: "mugs", name: "Mugs", image }] } },
      "/storefront/v1/products?category=mugs&limit=24&sort=newest": { status: 200, body: { data: [], has_more: false } },
    },
  });

test("a category with an image shows it, to social networks too", () => {
  const { head, body } = renderer.render(ofCategory(picture("shelf", { focal_point: { x: 260, y: 1000 } })));
  assert.match(head, /<meta property="og:image" content="https:\/\/shop\.example\/media\/shelf\.jpg">/);
  assert.match(head, /<meta property="og:image:alt" content="A shelf">/);
  assert.match(body, /<img[^>]*alt="A shelf"[^>]*class="size-full object-cover focus focus-x-5 focus-y-20"/);
  const without = renderer.render(ofCategory());
  assert.doesNotMatch(without.head + without.body, /og:image|<img/);
});

test("an image is cropped around its focal point", () => {
  const images = [picture("mug", { focal_point: { x: 0, y: 740 } }), picture("box")];
  const { body } = renderer.render(withProduct(200, { ...product, images }));
  assert.match(body, /<img[^>]*alt="A mug"[^>]*class="size-full object-cover focus focus-x-0 focus-y-15"/);
  assert.equal(body.match(/focus-x-/g)?.length, 2); // as the large one, and as a thumbnail
});

test("missing and gone products say so", () => {
  const missing = renderer.render(withProduct(404, { code: "not_found" }));
  const gone = renderer.render(withProduct(410, { code: "gone" }));
  assert.deepEqual([missing.status, gone.status], [404, 410]);
  assert.match(missing.head, /<meta name="robots" content="noindex">/);
  assert.match(gone.body, /no longer sold/);
});

test("nothing of one store is in the next one's page", () => {
  const first = renderer.render(page({ store: store("Secret Brand", "de-DE") }));
  const second = renderer.render(page({ store: store("Other") }));
  assert.match(first.body, /Alle Produkte/);
  assert.equal(first.lang, "de-DE");
  assert.doesNotMatch(second.head + second.body, /Secret|Alle Produkte/);
  assert.deepEqual(renderer.render(page({ store: store("Other") })), second);
});

test("pages of a visitor's own are not for search engines", () => {
  for (const path of ["/cart", "/checkout", "/orders/ord_1", "/account", "/staff/invitation", "/search"]) {
    assert.match(renderer.render(page({ path })).head, /content="noindex"/, path);
  }
});

test("the address form knows the rules that the API checks", async () => {
  const kept = await readFile(new URL("../src/checkout/countries.json", import.meta.url), "utf8");
  assert.equal(kept, await countries(), "run node build/countries.mjs");
});
