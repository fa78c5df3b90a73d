import type { Texts } from "../i18n/messages.ts";

const en = {
  "takeover.title": "Your cart has changed",
  "takeover.text": "What you chose before signing in is now in the cart of your account, except for:",
  "takeover.none": "Not in the cart",
  "takeover.some": "{kept} of {wanted} in the cart",
  "takeover.not_sellable": "no longer available",
  "takeover.other_currency": "not sold in the currency of your cart",
  "takeover.stock_limit": "no more are in stock",
  "takeover.quantity_limit": "more cannot be ordered at once",
  "takeover.line_limit": "the cart is full",
  "takeover.rule": "your account had another quantity",
} as const;

export type TakeoverKey = keyof typeof en;

const de: Readonly<Record<TakeoverKey, string>> = {
  "takeover.title": "Ihr Warenkorb hat sich geändert",
  "takeover.text": "Was Sie vor der Anmeldung ausgesucht haben, liegt jetzt im Warenkorb Ihres Kontos, bis auf:",
  "takeover.none": "Nicht im Warenkorb",
  "takeover.some": "{kept} von {wanted} im Warenkorb",
  "takeover.not_sellable": "nicht mehr erhältlich",
  "takeover.other_currency": "nicht in der Währung Ihres Warenkorbs erhältlich",
  "takeover.stock_limit": "mehr sind nicht auf Lager",
  "takeover.quantity_limit": "mehr lassen sich nicht auf einmal bestellen",
  "takeover.line_limit": "der Warenkorb ist voll",
  "takeover.rule": "in Ihrem Konto war eine andere Menge",
};

export const takeoverTexts: Texts<TakeoverKey> = { en, de };
