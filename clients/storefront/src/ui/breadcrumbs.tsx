import type { ReactNode } from "react";
import { useText } from "../shop/context.ts";

export interface Crumb {
  name: string;
  url: string;
}

/** Links from home down; the page itself is the heading below them. */
export function Breadcrumbs({ trail }: { trail: readonly Crumb[] }): ReactNode {
  const t = useText();
  return (
    <nav aria-label={t("nav.breadcrumbs")} className="text-sm text-muted">
      <ol className="flex flex-wrap items-center gap-x-2">
        {[{ name: t("nav.home"), url: "/" }, ...trail].map(({ name, url }, index) => (
          <li key={url} className="flex items-center gap-x-2">
            {index > 0 && <span aria-hidden="true">/</span>}
            <a href={url} className="inline-block py-1.5 underline-offset-4 hover:text-text hover:underline">
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
