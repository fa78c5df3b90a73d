import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { SuggestionsProps } from "../search/suggestions.tsx";
import { useShop, useText } from "../shop/context.ts";
import { href } from "../shop/route.ts";
import { EVERYTHING, words } from "../shop/search.ts";
import { SearchIcon } from "./icons.tsx";
import { lazy } from "./lazy.tsx";

declare const __SERVER__: boolean;

const Suggestions = lazy<SuggestionsProps>(
  __SERVER__ ? undefined : async () => (await import("../search/suggestions.tsx")).Suggestions,
  () => null,
);

/** What the list of suggestions tells the field. */
export interface ListState {
  isOpen: boolean;
  /** Element id of the suggestion that Enter opens; empty without one. */
  active: string;
}

const CLOSED: ListState = { isOpen: false, active: "" };

/** The search field. A form without JavaScript; with it, it completes what is typed. */
export function SearchBox({ initial = "", className = "" }: { initial?: string; className?: string }): ReactNode {
  const t = useText();
  const { navigate, services } = useShop();
  const [typed, setTyped] = useState(initial);
  const [hasFocus, setFocus] = useState(false);
  const [list, setList] = useState(CLOSED);
  const onKey = useRef<((event: KeyboardEvent) => void) | undefined>(undefined);
  const listId = useId();
  const leave = (): void => {
    setFocus(false);
    setList(CLOSED);
  };
  return (
    <form
      action="/search"
      role="search"
      className={`search-box ${className}`}
      onSubmit={(event) => {
        event.preventDefault();
        leave();
        navigate(href({ page: "search", ...EVERYTHING, q: words(typed) }));
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leave();
      }}
    >
      <input
        type="search"
        name="q"
        maxLength={200}
        value={typed}
        aria-label={t("search.label")}
        placeholder={t("search.placeholder")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        className="field"
        onChange={(event) => {
          setTyped(event.target.value);
          setFocus(true);
        }}
        onFocus={() => setFocus(true)}
        onKeyDown={(event) => onKey.current?.(event)}
        {...(services && {
          role: "combobox",
          "aria-autocomplete": "list",
          "aria-expanded": list.isOpen,
          "aria-controls": listId,
          "aria-activedescendant": list.active || undefined,
        })}
      />
      <button type="submit" aria-label={t("search.submit")} className="icon-button">
        <SearchIcon />
      </button>
      {services && hasFocus ? <Suggestions id={listId} typed={words(typed)} list={list} onList={setList} onKey={onKey} /> : <div id={listId} hidden />}
    </form>
  );
}
