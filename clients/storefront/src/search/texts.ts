import type { Texts } from "../i18n/messages.ts";

const en = {
  "search.suggestions_label": "Suggestions",
  "search.suggestions_one": "{count} suggestion. Choose with the arrow keys.",
  "search.suggestions_other": "{count} suggestions. Choose with the arrow keys.",
  "search.terms": "Searches",
  "search.products": "Products",
  "search.categories": "Categories",
} as const;

export type SearchKey = keyof typeof en;

const de: Readonly<Record<SearchKey, string>> = {
  "search.suggestions_label": "Vorschläge",
  "search.suggestions_one": "{count} Vorschlag. Wählen Sie mit den Pfeiltasten.",
  "search.suggestions_other": "{count} Vorschläge. Wählen Sie mit den Pfeiltasten.",
  "search.terms": "Suchen",
  "search.products": "Produkte",
  "search.categories": "Kategorien",
};

export const searchTexts: Texts<SearchKey> = { en, de };
