// Texts of the question whether visits may be counted.

import type { Texts } from "../i18n/messages.ts";

const en = {
  "analytics.title": "May we count your visit?",
  "analytics.text":
    "We count how many visitors see a product and open the checkout. No cookies and no profile: only a random word that this page forgets by the end of the day. Nothing goes to anyone else, and the shop works the same either way.",
  "analytics.accepted": "You have accepted.",
  "analytics.declined": "You have declined.",
  "analytics.accept": "Accept",
  "analytics.decline": "Decline",
} as const;

export type AnalyticsKey = keyof typeof en;

const de: Readonly<Record<AnalyticsKey, string>> = {
  "analytics.title": "Dürfen wir Ihren Besuch zählen?",
  "analytics.text":
    "Wir zählen, wie viele Besucher ein Produkt sehen und die Kasse öffnen. Ohne Cookies und ohne Profil: nur mit einem Zufallswort, das diese Seite spätestens am Ende des Tages vergisst. Nichts davon geht an andere, und der Shop funktioniert in jedem Fall gleich.",
  "analytics.accepted": "Sie haben zugestimmt.",
  "analytics.declined": "Sie haben abgelehnt.",
  "analytics.accept": "Zustimmen",
  "analytics.decline": "Ablehnen",
};

export const analyticsTexts: Texts<AnalyticsKey> = { en, de };
