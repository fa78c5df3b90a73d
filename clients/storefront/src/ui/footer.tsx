import type { ReactNode } from "react";
import type { CategoryList } from "../sdk.ts";
import { useBody } from "../data/use-data.ts";
import { NewsletterSignUp } from "../newsletter/sign-up.tsx";
import { childrenOf } from "../shop/categories.ts";
import { useShop, useText } from "../shop/context.ts";
import { CATEGORIES } from "../shop/requests.ts";
import { href } from "../shop/route.ts";
import { categoryUrl } from "./header.tsx";

interface LinkItem {
  name: string;
  url: string;
}

export function Footer(): ReactNode {
  const t = useText();
  const { store } = useShop();
  const roots = childrenOf(useBody<CategoryList>(CATEGORIES)?.data ?? []);
  const pages = store.brand.pages ?? [];
  const tax = { tax: store.tax.name };
  return (
    <footer className="site-footer mt-auto">
      <div className="wrap grid grid-cols-2 gap-x-6 gap-y-10 py-14 lg:grid-cols-[2fr_1fr_1fr_1fr] lg:gap-x-10 lg:py-20">
        <div className="col-span-2 max-w-sm lg:col-span-1">
          <p className="font-heading text-2xl font-semibold">{store.brand.name}</p>
          {store.tagline && <p className="mt-2 opacity-85">{store.tagline}</p>}
          <NewsletterSignUp />
        </div>
        <FooterLinks
          title={t("footer.shop")}
          links={[
            { name: t("nav.all_products"), url: "/products" },
            ...roots.map((it) => ({ name: it.name, url: categoryUrl(it.slug) })),
          ]}
        />
        <FooterLinks
          title={t("footer.help")}
          links={[
            { name: t("nav.account"), url: "/account" },
            { name: t("footer.orders"), url: "/account/orders" },
            { name: t("find_order.title"), url: "/find-order" },
            { name: t("cart.title"), url: "/cart" },
          ]}
        />
        {pages.length > 0 && (
          <FooterLinks
            title={t("footer.legal")}
            links={pages.map((it) => ({ name: it.title, url: href({ page: "content", slug: it.slug }) }))}
          />
        )}
      </div>
      <div className="wrap flex flex-wrap items-center justify-between gap-x-10 gap-y-2 pb-10 text-sm">
        <p className="opacity-85">{store.tax.included ? t("footer.tax_included", tax) : t("footer.tax_excluded", tax)}</p>
        <PrivacySettings />
      </div>
    </footer>
  );
}

/** Opens the question whether visits may be counted again. Without JavaScript nothing is counted. */
function PrivacySettings(): ReactNode {
  const t = useText();
  const { services } = useShop();
  if (!services) return null;
  return (
    <button type="button" data-privacy="" className="link py-1 opacity-85 hover:opacity-100" onClick={() => services.consent.change()}>
      {t("footer.privacy")}
    </button>
  );
}

function FooterLinks({ title, links }: { title: string; links: readonly LinkItem[] }): ReactNode {
  return (
    <nav aria-label={title}>
      <h2 className="font-body text-sm font-semibold">{title}</h2>
      <ul className="mt-3">
        {links.map(({ name, url }) => (
          <li key={url}>
            <a href={url} className="inline-block py-1.5 underline-offset-4 opacity-85 hover:underline hover:opacity-100">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
