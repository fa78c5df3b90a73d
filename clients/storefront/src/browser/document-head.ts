// Keeps the document's head in step with the page.

import { useEffect, useSyncExternalStore } from "react";
import type { Head } from "../head/head.ts";
import { pageHead } from "../head/page-head.ts";
import type { ShopState } from "../shop/context.ts";

/** Applies the head of the page; returns its title. */
export function useDocumentHead({ route, store, origin, config, data }: ShopState): string {
  const read = (): string => {
    const head = pageHead({
      route,
      store,
      origin,
      config: {},
      reply: (path) => {
        const entry = data.read(path);
        return entry.state === "ready" ? entry.reply : undefined;
      },
    });
    // As text: the same head is the same value.
    const { title, description, canonical, noindex } = head;
    return JSON.stringify({ title, description, canonical, noindex } satisfies Partial<Record<keyof Head, unknown>>);
  };
  const text = useSyncExternalStore(data.subscribe, read, read);
  const head = JSON.parse(text) as Head;
  useEffect(() => apply(JSON.parse(text) as Head), [text, config]);
  return head.title;
}

function apply(head: Head): void {
  document.title = head.title;
  put("meta", "name", "description", "content", head.description);
  put("meta", "name", "robots", "content", head.noindex ? "noindex" : undefined);
  put("link", "rel", "canonical", "href", head.canonical);
}

function put(tag: string, key: string, name: string, attribute: string, value: string | undefined): void {
  let element = document.head.querySelector(`${tag}[${key}="${name}"]`);
  if (value === undefined) {
    element?.remove();
    return;
  }
  if (!element) {
    element = document.createElement(tag);
    element.setAttribute(key, name);
    document.head.append(element);
  }
  element.setAttribute(attribute, value);
}
