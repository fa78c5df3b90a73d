// Choosing a variant by its options.

import type { Product, ProductImage, ProductVariant } from "../sdk.ts";

/** The variant that the URL names, or the first that can be bought. */
export function chosenVariant(product: Product, id: string): ProductVariant | undefined {
  const { variants } = product;
  return variants.find((it) => it.id === id) ?? variants.find((it) => it.available) ?? variants[0];
}

/** The variant with one option changed; the others stay if there is such a variant, else as many as can. */
export function variantWith(
  product: Product,
  current: ProductVariant,
  option: number,
  value: string,
): ProductVariant | undefined {
  const wanted = current.options.map((it, index) => (index === option ? value : it));
  const matches = (it: ProductVariant): number => it.options.filter((own, index) => own === wanted[index]).length;
  return product.variants
    .filter((it) => it.options[option] === value)
    .reduce<ProductVariant | undefined>((best, it) => (!best || matches(it) > matches(best) ? it : best), undefined);
}

export type ValueState = "available" | "sold_out" | "missing";

/** What choosing a value would lead to, with the other options as they are. */
export function valueState(product: Product, current: ProductVariant, option: number, value: string): ValueState {
  const exact = product.variants.find((it) =>
    it.options.every((own, index) => own === (index === option ? value : current.options[index])),
  );
  if (!exact) return "missing";
  return exact.available ? "available" : "sold_out";
}

/** All images of a product, those of its variants included, each once. */
export function allImages(product: Product): ProductImage[] {
  const images = [...product.images];
  for (const { image } of product.variants) {
    if (image && !images.some((it) => it.url === image.url)) images.push(image);
  }
  return images;
}
