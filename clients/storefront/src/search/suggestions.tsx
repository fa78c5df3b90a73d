// The list below the search field: words, products and categories that begin with what was typed.

import { useEffect, useState, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { plural } from "../i18n/messages.ts";
import type { SearchSuggestions } from "../sdk.ts";
import { useMoney, useServices, useShop, useTexts } from "../shop/context.ts";
import { href } from "../shop/route.ts";
import { EVERYTHING } from "../shop/search.ts";
import { categoryUrl } from "../ui/header.tsx";
import { Picture } from "../ui/picture.tsx";
import type { ListState } from "../ui/search-box.tsx";
import { searchTexts, type SearchKey } from "./texts.ts";

export interface SuggestionsProps {
  /** Element id of the list. */
  id: string;
  typed: string;
  list: ListState;
  onList: (list: ListState) => void;
  /** Takes the field's keys while the list is there. */
  onKey: RefObject<((event: KeyboardEvent) => void) | undefined>;
}

interface Option {
  id: string;
  url: string;
  content: ReactNode;
}

interface Group {
  name: SearchKey;
  options: Option[];
}

const PAUSE_MS = 150;

export function Suggestions({ id, typed, list, onList, onKey }: SuggestionsProps): ReactNode {
  const t = useTexts(searchTexts);
  const { navigate } = useShop();
  const found = useSuggestions(typed);
  const groups = useGroups(id, found);
  const options = groups.flatMap((it) => it.options);
  useEffect(() => onList({ isOpen: options.length > 0, active: "" }), [found]);
  const isOpen = list.isOpen && options.length > 0;
  const move = (by: number): void => {
    // One place more than there are suggestions: the field itself.
    const places = options.length + 1;
    const now = options.findIndex((it) => it.id === list.active);
    const next = options[(now + 1 + by + places) % places - 1];
    onList({ isOpen: true, active: next?.id ?? "" });
    if (next) document.getElementById(next.id)?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: KeyboardEvent): void => {
    const active = options.find((it) => isOpen && it.id === list.active);
    if (event.nativeEvent.isComposing) return;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length > 0) move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Escape" && isOpen) onList({ isOpen: false, active: "" });
    else if (event.key === "Enter" && active) {
      onList({ isOpen: false, active: "" });
      navigate(active.url);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => {
    onKey.current = press;
    return () => {
      onKey.current = undefined;
    };
  });
  return (
    <>
      <p role="status" className="sr-only">
        {isOpen ? plural(t, "search.suggestions", options.length) : ""}
      </p>
      <div id={id} role="listbox" aria-label={t("search.suggestions_label")} hidden={!isOpen} className="suggestions">
        {groups.map((group) => (
          <div key={group.name} role="group" aria-labelledby={`${id}-${group.name}`}>
            <p id={`${id}-${group.name}`} className="px-4 pb-1 pt-3 text-sm text-muted">
              {t(group.name)}
            </p>
            {group.options.map((it) => (
              <a
                key={it.id}
                id={it.id}
                href={it.url}
                role="option"
                tabIndex={-1}
                aria-selected={it.id === list.active}
                className="suggestion"
                // The field keeps the focus: when it leaves, the list closes.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onList({ isOpen: false, active: "" })}
              >
                {it.content}
              </a>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

/** What the API suggests, a moment after the last key. What fails is left out: the field searches without it. */
function useSuggestions(typed: string): SearchSuggestions | undefined {
  const { api } = useServices();
  const [found, setFound] = useState<SearchSuggestions>();
  useEffect(() => {
    if (typed === "") {
      setFound(undefined);
      return;
    }
    let isCurrent = true;
    const keep = (suggestions?: SearchSuggestions): void => {
      if (isCurrent) setFound(suggestions);
    };
    const timer = setTimeout(() => {
      api.suggestSearches({ q: typed }).then(keep, () => keep());
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, typed]);
  return found;
}

function useGroups(id: string, found: SearchSuggestions | undefined): Group[] {
  const money = useMoney();
  if (!found) return [];
  const groups: Group[] = [
    {
      name: "search.terms",
      options: found.terms.map((it, at) => ({ id: `${id}-t${at}`, url: href({ page: "search", ...EVERYTHING, q: it }), content: it })),
    },
    {
      name: "search.products",
      options: found.products.map((it, at) => ({
        id: `${id}-p${at}`,
        url: href({ page: "product", slug: it.slug, variant: "" }),
        content: (
          <>
            <Picture image={it.image} decorative className="w-10 shrink-0" />
            <span className="min-w-0 grow">{it.title}</span>
            <span className="shrink-0 text-muted tabular-nums">{money(it.price)}</span>
          </>
        ),
      })),
    },
    {
      name: "search.categories",
      options: found.categories.map((it, at) => ({ id: `${id}-c${at}`, url: categoryUrl(it.slug), content: it.name })),
    },
  ];
  return groups.filter((it) => it.options.length > 0);
}
