import { useEffect, useRef, type ReactNode } from "react";
import { countOf } from "../cart/store.ts";
import { useCart } from "../cart/use-cart.ts";
import { plural } from "../i18n/messages.ts";
import type { Category, CategoryList } from "../sdk.ts";
import { useBody } from "../data/use-data.ts";
import { childrenOf } from "../shop/categories.ts";
import { useShop, useText } from "../shop/context.ts";
import { CATEGORIES } from "../shop/requests.ts";
import { href } from "../shop/route.ts";
import { CartIcon, MenuIcon, PersonIcon, SearchIcon } from "./icons.tsx";
import { SearchBox } from "./search-box.tsx";

const MOST_IN_BAR = 6;

export const categoryUrl = (slug: string): string => href({ page: "category", slug, sort: "newest", cursor: "" });

export function Header({ onCart }: { onCart: () => void }): ReactNode {
  const t = useText();
  const { store } = useShop();
  const roots = childrenOf(useBody<CategoryList>(CATEGORIES)?.data ?? []);
  return (
    <header className="site-header sticky top-0 z-20">
      <div className="wrap flex h-16 items-center gap-2 lg:h-20 lg:gap-8">
        <Menu roots={roots} />
        <a href="/" className="me-auto flex min-w-0 items-center py-2 lg:me-0" aria-label={store.brand.name}>
          <Logo />
        </a>
        <nav aria-label={t("nav.main")} className="me-auto hidden lg:block">
          <ul className="flex gap-x-7">
            {roots.slice(0, MOST_IN_BAR).map((it) => (
              <li key={it.id}>
                <NavLink url={categoryUrl(it.slug)}>{it.name}</NavLink>
              </li>
            ))}
            <li>
              <NavLink url="/products">{t("nav.all_products")}</NavLink>
            </li>
          </ul>
        </nav>
        <div className="-me-2 flex gap-1 lg:me-0">
          <Search />
          <a href="/account" aria-label={t("nav.account")} className="icon-button">
            <PersonIcon />
          </a>
          <CartButton onCart={onCart} />
        </div>
      </div>
    </header>
  );
}

export function Logo(): ReactNode {
  const { brand } = useShop().store;
  if (!brand.logo_url) return <span className="truncate font-heading text-xl font-semibold">{brand.name}</span>;
  return <img src={brand.logo_url} alt={brand.name} className="max-h-9 w-auto max-w-44 object-contain lg:max-h-11" />;
}

function NavLink({ url, children }: { url: string; children: ReactNode }): ReactNode {
  const { location } = useShop();
  const isHere = location.path === url;
  return (
    <a href={url} aria-current={isHere ? "page" : undefined} className="nav-link inline-block py-2 text-[0.9375rem]">
      {children}
    </a>
  );
}

/** The menu of small screens. It opens without JavaScript. */
function Menu({ roots }: { roots: readonly Category[] }): ReactNode {
  const t = useText();
  const { location } = useShop();
  return (
    <Panel className="lg:hidden">
      <summary className="icon-button -ms-2 list-none" aria-label={t("nav.menu")}>
        <MenuIcon />
      </summary>
      <nav aria-label={t("nav.main")} className="menu-panel">
        <ul className="wrap py-4">
          {[...roots.map((it) => ({ name: it.name, url: categoryUrl(it.slug) })), { name: t("nav.all_products"), url: "/products" }].map(
            ({ name, url }) => (
              <li key={url}>
                <a href={url} aria-current={location.path === url ? "page" : undefined} className="block py-3 font-heading text-xl">
                  {name}
                </a>
              </li>
            ),
          )}
        </ul>
        <ul className="wrap border-t border-line py-4">
          {[
            { name: t("nav.account"), url: "/account" },
            { name: t("footer.orders"), url: "/account/orders" },
            { name: t("find_order.title"), url: "/find-order" },
          ].map(({ name, url }) => (
            <li key={url}>
              <a href={url} aria-current={location.path === url ? "page" : undefined} className="block py-2.5">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </Panel>
  );
}

/** The search field, behind a button. It opens without JavaScript. */
function Search(): ReactNode {
  const t = useText();
  return (
    <Panel onOpen={(panel) => panel.querySelector("input")?.focus()}>
      <summary className="icon-button list-none" aria-label={t("search.title")}>
        <SearchIcon />
      </summary>
      <div className="menu-panel overflow-visible!">
        <div className="wrap py-4 lg:py-6">
          <SearchBox className="mx-auto max-w-2xl" />
        </div>
      </div>
    </Panel>
  );
}

interface PanelProps {
  className?: string;
  onOpen?: (panel: HTMLDetailsElement) => void;
  children: ReactNode;
}

/** What opens below the header, one at a time. A page that is opened closes it, and so does Escape. */
function Panel({ className = "", onOpen, children }: PanelProps): ReactNode {
  const { location } = useShop();
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => details.current?.removeAttribute("open"), [location]);
  return (
    <details
      ref={details}
      name="header"
      className={`menu ${className}`}
      onToggle={(event) => {
        if (event.currentTarget.open) onOpen?.(event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        details.current?.removeAttribute("open");
        details.current?.querySelector("summary")?.focus();
      }}
    >
      {children}
    </details>
  );
}

function CartButton({ onCart }: { onCart: () => void }): ReactNode {
  const t = useText();
  const count = countOf(useCart().cart);
  return (
    <a
      href="/cart"
      className="icon-button relative"
      aria-label={plural(t, "cart.open", count)}
      data-cart-button=""
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onCart();
      }}
    >
      <CartIcon />
      {count > 0 && (
        <span aria-hidden="true" className="cart-count">
          {count > 99 ? "99+" : count}
        </span>
      )}
    </a>
  );
}
