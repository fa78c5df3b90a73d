// The filters of a search, with the number of products that each leaves. All of them are links.

import type { ReactNode } from "react";
import { formatNumber } from "../format/number.ts";
import type { Translate } from "../i18n/messages.ts";
import type { ShopKey } from "../i18n/shop.en.ts";
import type { PriceRange, SearchFacets } from "../sdk.ts";
import { useMoney, useShop, useText } from "../shop/context.ts";
import { href } from "../shop/route.ts";
import { toggled, unfiltered, type Filter, type Search } from "../shop/search.ts";
import { CloseIcon } from "./icons.tsx";

interface Choice {
  name: string;
  url: string;
  count: number;
  isOn: boolean;
}

interface Group {
  key: string;
  title: string;
  choices: Choice[];
}

/** Values that are seen at once. */
const SHORT = 8;

const urlOf = (search: Search): string => href({ page: "search", ...search });

export function Facets({ search, facets }: { search: Search; facets: SearchFacets }): ReactNode {
  const t = useText();
  const money = useMoney();
  const of = (filter: Filter, value: string, name: string, count: number): Choice => ({
    name,
    url: urlOf(toggled(search, filter, value)),
    count,
    isOn: search[filter].includes(value),
  });
  const groups: Group[] = [
    {
      key: "category",
      title: t("search.category"),
      choices: facets.categories.map(({ category, count }) => of("category", category.slug, category.name, count)),
    },
    {
      key: "price",
      title: t("search.price"),
      choices: (facets.price?.ranges ?? []).map((range) => priceChoice(search, range, rangeName(range, money, t))),
    },
    ...facets.options.map(({ name, values }) => ({
      key: `option-${name}`,
      title: name,
      choices: values.map(({ value, count }) => of("option", `${name}:${value}`, value, count)),
    })),
    { key: "vendor", title: t("search.vendor"), choices: facets.vendors.map(({ value, count }) => of("vendor", value, value, count)) },
    { key: "merchant", title: t("search.merchant"), choices: facets.merchants.map(({ slug, name, count }) => of("merchant", slug, name, count)) },
    { key: "available", title: t("search.availability"), choices: availability(search, facets, t) },
  ];
  return groups.filter(({ choices }) => choices.length > 1 || choices.some((it) => it.isOn)).map((it) => <Facet key={it.key} group={it} />);
}

/** A range includes its lowest price; the API's limits include both. */
function limits({ from, below }: PriceRange): { price_min: string; price_max: string } {
  return { price_min: String(from.amount), price_max: below ? String(below.amount - 1) : "" };
}

function priceChoice(search: Search, range: PriceRange, name: string): Choice {
  const { price_min, price_max } = limits(range);
  const isOn = search.price_min === price_min && search.price_max === price_max;
  const next = isOn ? { price_min: "", price_max: "" } : { price_min, price_max };
  return { name, url: urlOf({ ...search, ...next, cursor: "" }), count: range.count, isOn };
}

function rangeName({ from, below }: PriceRange, money: ReturnType<typeof useMoney>, t: Translate<ShopKey>): string {
  return priceName(from.amount, below && below.amount - 1, (amount) => money({ amount, currency: from.currency }), t);
}

function priceName(min: number, max: number | undefined, money: (amount: number) => string, t: Translate<ShopKey>): string {
  if (max === undefined) return t("search.price_from", { from: money(min) });
  if (min === 0) return t("search.price_to", { to: money(max) });
  return t("search.price_range", { from: money(min), to: money(max) });
}

function availability(search: Search, facets: SearchFacets, t: Translate<ShopKey>): Choice[] {
  const states = [
    ["true", t("search.available"), facets.available],
    ["false", t("search.sold_out"), facets.sold_out],
  ] as const;
  return states.flatMap(([value, name, count]) => {
    const isOn = search.available === value;
    if (count === 0 && !isOn) return [];
    return [{ name, url: urlOf({ ...search, available: isOn ? "" : value, cursor: "" }), count, isOn }];
  });
}

function Facet({ group: { key, title, choices } }: { group: Group }): ReactNode {
  const t = useText();
  const rest = choices.slice(SHORT);
  return (
    <section aria-labelledby={`facet-${key}`} className="border-t border-line py-5">
      <h3 id={`facet-${key}`} className="font-body text-sm font-semibold">
        {title}
      </h3>
      <Choices choices={choices.slice(0, SHORT)} />
      {rest.length > 0 && (
        <details open={rest.some((it) => it.isOn)}>
          <summary className="link w-fit py-1 text-sm">{t("search.more_values", { count: rest.length })}</summary>
          <Choices choices={rest} />
        </details>
      )}
    </section>
  );
}

function Choices({ choices }: { choices: readonly Choice[] }): ReactNode {
  const { locale } = useShop().store;
  return (
    <ul className="mt-2">
      {choices.map(({ name, url, count, isOn }) => (
        <li key={url}>
          <a href={url} rel="nofollow" aria-current={isOn ? "true" : undefined} className="facet">
            <span className="min-w-0 break-words">{name}</span> <span className="ms-auto text-sm text-muted tabular-nums">{formatNumber(count, locale)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

interface ChosenProps {
  search: Search;
  facets: SearchFacets | undefined;
  /** Names of categories by slug. */
  categories: ReadonlyMap<string, string>;
}

/** The filters that are on; each link takes one away. */
export function Chosen({ search, facets, categories }: ChosenProps): ReactNode {
  const t = useText();
  const { currency } = useShop().store;
  const money = useMoney();
  const merchants = new Map(facets?.merchants.map((it) => [it.slug, it.name]));
  const names: Readonly<Record<Filter, (it: string) => string>> = {
    category: (it) => categories.get(it) ?? it,
    merchant: (it) => merchants.get(it) ?? it,
    vendor: (it) => it,
    option: (it) => it.replace(":", ": "),
  };
  const chosen = (Object.keys(names) as Filter[]).flatMap((filter) =>
    search[filter].map((it) => ({ name: names[filter](it), url: urlOf(toggled(search, filter, it)) })),
  );
  const { price_min: min, price_max: max } = search;
  if (min || max) {
    const name = priceName(Number(min), max ? Number(max) : undefined, (amount) => money({ amount, currency }), t);
    chosen.push({ name, url: urlOf({ ...search, price_min: "", price_max: "", cursor: "" }) });
  }
  if (search.available) {
    const name = search.available === "true" ? t("search.available") : t("search.sold_out");
    chosen.push({ name, url: urlOf({ ...search, available: "", cursor: "" }) });
  }
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={t("search.chosen")} className="mb-6 flex flex-wrap items-center gap-2">
      {chosen.map(({ name, url }) => (
        <li key={url} className="min-w-0">
          <a href={url} aria-label={t("search.remove", { name })} className="chip flex! items-center gap-2 py-1.5! ps-3! pe-2! text-sm">
            <span className="min-w-0 break-words">{name}</span> <CloseIcon />
          </a>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <a href={urlOf(unfiltered(search))} className="link inline-block px-2 py-1.5 text-sm">
            {t("search.clear")}
          </a>
        </li>
      )}
    </ul>
  );
}
