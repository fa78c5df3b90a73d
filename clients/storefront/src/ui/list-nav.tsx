// What leads through a list: its orders and its pages.

import type { ReactNode } from "react";
import { useText } from "../shop/context.ts";
import { RightIcon } from "./icons.tsx";

export interface SortLink {
  name: string;
  url: string;
  isCurrent: boolean;
}

export function SortLinks({ links, className = "mb-8 mt-8 lg:mb-10" }: { links: readonly SortLink[]; className?: string }): ReactNode {
  const t = useText();
  return (
    <nav aria-label={t("list.sort")} className={`border-t border-line pt-3 text-[0.9375rem] ${className}`}>
      <ul className="scroll-row flex sm:flex-wrap items-center gap-x-6">
        {links.map(({ name, url, isCurrent }) => (
          <li key={url}>
            <a href={url} rel="nofollow" aria-current={isCurrent ? "true" : undefined} className="nav-link inline-block py-2">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Links to the first and the next page of a list; nothing when it has one. */
export function Pager({ first, next }: { first: string | undefined; next: string | undefined }): ReactNode {
  const t = useText();
  if (!next && !first) return null;
  return (
    <p className="mt-16 flex flex-wrap items-center justify-center gap-4">
      {first && (
        <a href={first} className="button button-quiet">
          {t("list.first")}
        </a>
      )}
      {next && (
        <a href={next} rel="next" className="button button-quiet">
          {t("list.next")}
          <RightIcon />
        </a>
      )}
    </p>
  );
}
