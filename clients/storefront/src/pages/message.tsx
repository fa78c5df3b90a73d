// Pages that say that there is no page.

import type { ReactNode } from "react";
import { useShop, useText } from "../shop/context.ts";
import { requests } from "../shop/requests.ts";

export function MissingPage(): ReactNode {
  const t = useText();
  return (
    <Message title={t("not_found.title")} text={t("not_found.text")}>
      <a href="/" className="button">
        {t("not_found.home")}
      </a>
      <a href="/products" className="button button-quiet">
        {t("nav.all_products")}
      </a>
    </Message>
  );
}

export function GonePage(): ReactNode {
  const t = useText();
  return (
    <Message title={t("product.gone_title")} text={t("product.gone")}>
      <a href="/products" className="button">
        {t("nav.all_products")}
      </a>
    </Message>
  );
}

export function FailedPage(): ReactNode {
  const t = useText();
  const { data, route, services } = useShop();
  const again = (): void => requests(route).forEach((path) => data.want(path));
  return (
    <Message title={t("error.page")} text={services && !navigator.onLine ? t("error.offline") : t("error.server")}>
      <button type="button" className="button" onClick={again}>
        {t("error.retry")}
      </button>
    </Message>
  );
}

function Message({ title, text, children }: { title: string; text: string; children: ReactNode }): ReactNode {
  return (
    <div className="wrap py-20 lg:py-32">
      <h1 tabIndex={-1} className="text-heading">
        {title}
      </h1>
      <p className="mt-4 max-w-prose text-lg text-muted">{text}</p>
      <p className="mt-8 flex flex-wrap gap-4">{children}</p>
    </div>
  );
}
