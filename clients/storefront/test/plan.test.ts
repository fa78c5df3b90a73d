import assert from "node:assert/strict";
import { test } from "node:test";
import { plan } from "../src/shop/plan.ts";

test("a list keeps the parameters it knows, in one order", () => {
  assert.deepEqual(plan({ path: "/categories/mugs", query: "utm_source=x&sort=price_asc&cursor=AB-_1" }), {
    kind: "page",
    canonical: "/categories/mugs?cursor=AB-_1&sort=price_asc",
    requests: ["/storefront/v1/categories", "/storefront/v1/products?category=mugs&cursor=AB-_1&limit=24&sort=price_asc"],
    shared: true,
  });
});

test("wrong values become the default", () => {
  const { canonical } = plan({ path: "/products", query: "sort=cheap&cursor=%3Cscript%3E&page=3" });
  assert.equal(canonical, "/products");
});

test("a variant is part of a product's URL only in the form of an id", () => {
  const id = "var_01m8jn9ra9ecbaj6daxca6rwyx";
  assert.equal(plan({ path: "/products/mug", query: `variant=${id}` }).canonical, `/products/mug?variant=${id}`);
  assert.equal(plan({ path: "/products/mug", query: "variant=1" }).canonical, "/products/mug");
});

test("slugs are encoded, in the key and in the requests", () => {
  const { canonical, requests } = plan({ path: "/products/a b?c&d", query: "" });
  assert.equal(canonical, "/products/a%20b%3Fc%26d");
  assert.equal(requests[1], "/storefront/v1/products/a%20b%3Fc%26d");
});

test("slashes at the end and doubled ones lead to the plain URL, on this host", () => {
  assert.equal(plan({ path: "/products/", query: "sort=title" }).location, "/products?sort=title");
  assert.equal(plan({ path: "//evil.example/", query: "" }).location, "/evil.example");
  assert.equal(plan({ path: "/categories", query: "" }).location, "/products");
});

test("a search keeps its filters in one order, and asks the API with them", () => {
  const query = "vendor=B&q=+blue%0amug+&option=Color%3ABlue&category=mugs&vendor=A&vendor=B&price_max=2499&utm_source=x&sort=title";
  const filters = "q=blue%20mug&category=mugs&vendor=A&vendor=B&option=Color%3ABlue&price_max=2499&sort=title";
  assert.deepEqual(plan({ path: "/search", query }), {
    kind: "page",
    canonical: `/search?${filters}`,
    requests: ["/storefront/v1/categories", `/storefront/v1/search?${filters}&limit=24`],
    shared: true,
  });
});

test("what the API would refuse in a search is left out", () => {
  const long = "x".repeat(900);
  const query = `q=${long}&category=${long}&option=Blue&price_min=-1&price_max=1e3&available=maybe&sort=up&cursor=%3C&vendor=%ED%A0%80&merchant=a%00b`;
  assert.equal(plan({ path: "/search", query }).canonical, `/search?q=${"x".repeat(200)}`);
  assert.equal(plan({ path: "/search", query: "q=%00+" }).canonical, "/search");
  // Not half of a character.
  const { canonical } = plan({ path: "/search", query: `q=x${encodeURIComponent("😀".repeat(200))}` });
  assert.equal(canonical, `/search?q=x${encodeURIComponent("😀".repeat(199))}`);
});

test("reviews are a page below their product", () => {
  assert.deepEqual(plan({ path: "/products/mug/reviews", query: "sort=lowest&rating=2&page=3" }), {
    kind: "page",
    canonical: "/products/mug/reviews?rating=2&sort=lowest",
    requests: [
      "/storefront/v1/categories",
      "/storefront/v1/products/mug",
      "/storefront/v1/products/mug/reviews?rating=2&sort=lowest&limit=20",
      "/storefront/v1/reviews/statistics",
    ],
    shared: true,
  });
  assert.equal(plan({ path: "/products/mug/reviews", query: "rating=6&sort=best" }).canonical, "/products/mug/reviews");
});

test("reviews of a merchant are a page below it", () => {
  assert.deepEqual(plan({ path: "/merchants/north", query: "" }).kind, "not_found");
  assert.deepEqual(plan({ path: "/merchants/north/reviews", query: "sort=highest&rating=0&utm_source=x" }), {
    kind: "page",
    canonical: "/merchants/north/reviews?sort=highest",
    requests: [
      "/storefront/v1/categories",
      "/storefront/v1/merchants/north/reviews?sort=highest&limit=20",
      "/storefront/v1/reviews/statistics",
    ],
    shared: true,
  });
});

test("what is a visitor's own is not shared", () => {
  for (const path of ["/cart", "/checkout", "/orders/ord_1", "/account", "/account/orders/ord_1", "/account/reset-password", "/account/social", "/account/sign-in-methods", "/staff/invitation", "/staff/forgot-password", "/staff/reset-password"]) {
    const { kind, shared } = plan({ path, query: "" });
    assert.deepEqual({ kind, shared }, { kind: "page", shared: false }, path);
  }
});

test("all unknown paths are one page", () => {
  for (const path of ["/nope", "/products/a/b", "/search/mug", "/account/nope", "/account/overview", "/staff", "/staff/nope"]) {
    const { kind, canonical } = plan({ path, query: "" });
    assert.deepEqual({ kind, canonical }, { kind: "not_found", canonical: "/404" }, path);
  }
});

test("the page of a staff invitation is the same for every token", () => {
  const [one, other] = ["token=one", "token=other&x=y"].map((query) => plan({ path: "/staff/invitation", query }));
  assert.deepEqual(one, { kind: "page", canonical: "/staff/invitation", requests: ["/storefront/v1/categories"], shared: false });
  assert.deepEqual(other, one);
});
