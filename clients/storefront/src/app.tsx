// The frame around every page, and which page it is.

import { useCallback, useMemo, useState, type ReactNode } from "react";
import { useConsent } from "./analytics/use-analytics.ts";
import { DrawerContext } from "./cart/drawer-state.ts";
import { useCart } from "./cart/use-cart.ts";
import { useShop, useText } from "./shop/context.ts";
import { outcome } from "./shop/outcome.ts";
import { requests } from "./shop/requests.ts";
import { toneOf } from "./shop/tone.ts";
import { CartPage } from "./pages/cart.tsx";
import { ContentPage } from "./pages/content.tsx";
import { HomePage } from "./pages/home.tsx";
import { AccountPage, CheckoutPage, ConsentBar, FindOrderPage, NewsletterPage, OrderPage, StaffPage, Takeover } from "./pages/lazy.tsx";
import { ListPage } from "./pages/list.tsx";
import { MerchantReviewsPage } from "./pages/merchant-reviews.tsx";
import { FailedPage, GonePage, MissingPage } from "./pages/message.tsx";
import { ProductPage } from "./pages/product.tsx";
import { ReviewsPage } from "./pages/reviews.tsx";
import { SearchPage } from "./pages/search.tsx";
import { useReply } from "./data/use-data.ts";
import { CartDrawer } from "./ui/cart-drawer.tsx";
import { Footer } from "./ui/footer.tsx";
import { Header } from "./ui/header.tsx";

export function App(): ReactNode {
  const t = useText();
  const { store } = useShop();
  const [drawer, setDrawer] = useState({ isOpen: false, announcement: "" });
  const open = useCallback((announcement = "") => setDrawer({ isOpen: true, announcement }), []);
  const close = useCallback(() => setDrawer((it) => (it.isOpen ? { isOpen: false, announcement: "" } : it)), []);
  const control = useMemo(() => ({ open }), [open]);
  return (
    <DrawerContext value={control}>
      <div className={`site tone-${toneOf(store.brand.colors)}`}>
        <a href="#content" className="skip-link">
          {t("nav.skip")}
        </a>
        <Question />
        <Header onCart={open} />
        <Changes />
        <main id="content" tabIndex={-1} className="grow">
          <Page />
        </main>
        <Footer />
        <CartDrawer isOpen={drawer.isOpen} announcement={drawer.announcement} onClose={close} />
      </div>
    </DrawerContext>
  );
}

/** Whether visits may be counted: before all else in the document, below it on the screen. Staff are no visitors. */
function Question(): ReactNode {
  const { route } = useShop();
  const { isAsking } = useConsent();
  return isAsking && route.page !== "staff" && <ConsentBar />;
}

/** What signing in has changed in the cart, above whichever page comes after it. */
function Changes(): ReactNode {
  const { takeover } = useCart();
  return <div role="status">{takeover && <Takeover />}</div>;
}

function Page(): ReactNode {
  const { route, data } = useShop();
  // What decides whether there is a page, so that it is drawn again when it is answered.
  const [first = "", second = first, third = second] = requests(route);
  useReply(first);
  useReply(second);
  useReply(third);
  switch (outcome(route, (path) => data.read(path))) {
    case "missing":
      return <MissingPage />;
    case "gone":
      return <GonePage />;
    case "failed":
      return <FailedPage />;
    default:
      return <Found />;
  }
}

function Found(): ReactNode {
  const { route } = useShop();
  switch (route.page) {
    case "home":
      return <HomePage />;
    case "products":
    case "category":
      return <ListPage route={route} />;
    case "product":
      return <ProductPage key={route.slug} slug={route.slug} variant={route.variant} />;
    case "reviews":
      return <ReviewsPage key={route.slug} slug={route.slug} list={route} />;
    case "merchant_reviews":
      return <MerchantReviewsPage key={route.slug} slug={route.slug} list={route} />;
    case "search":
      return <SearchPage route={route} />;
    case "content":
      return <ContentPage slug={route.slug} />;
    case "cart":
      return <CartPage />;
    case "checkout":
      return <CheckoutPage />;
    case "order":
      return <OrderPage key={route.id} id={route.id} />;
    case "find_order":
      return <FindOrderPage />;
    case "account":
      return <AccountPage view={route.view} />;
    case "account_order":
      return <AccountPage view="order" orderId={route.id} />;
    case "newsletter":
      return <NewsletterPage key={route.view} view={route.view} />;
    case "staff":
      return <StaffPage key={route.view} view={route.view} />;
    case "not_found":
      return <MissingPage />;
  }
}
