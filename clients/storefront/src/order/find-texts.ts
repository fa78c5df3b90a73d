import type { Texts } from "../i18n/messages.ts";

const en = {
  "find.text": "You ordered without an account? Enter the number of the order and the e-mail address that you gave. We send you a code to see it.",
  "find.number": "Order number",
  "find.number_hint": "It is in our e-mails about the order.",
  "find.number_wrong": "Enter the number of the order, like 1001.",
  "find.send": "Send code",
  "find.sent": "If there is an order {number} with the address {email}, a code is on its way to it. It is valid for 10 minutes.",
  "find.code": "Code",
  "find.code_hint": "Eight digits, from our e-mail",
  "find.code_wrong": "This code is wrong or no longer valid. Check it, or request another one.",
  "find.show": "Show order",
  "find.again": "Send another code",
  "find.sent_again": "If there is such an order, another code is on its way. It can take a minute.",
  "find.other": "Look for another order",
  "find.working": "One moment…",
  "find.account": "You have an account? Your orders are there:",
} as const;

export type FindKey = keyof typeof en;

const de: Readonly<Record<FindKey, string>> = {
  "find.text": "Sie haben ohne Konto bestellt? Geben Sie die Nummer der Bestellung und die E-Mail-Adresse ein, mit der Sie bestellt haben. Wir schicken Ihnen einen Code, mit dem Sie sie sehen.",
  "find.number": "Bestellnummer",
  "find.number_hint": "Sie steht in unseren E-Mails zur Bestellung.",
  "find.number_wrong": "Geben Sie die Nummer der Bestellung ein, zum Beispiel 1001.",
  "find.send": "Code senden",
  "find.sent": "Wenn es die Bestellung {number} mit der Adresse {email} gibt, ist ein Code dorthin unterwegs. Er gilt 10 Minuten.",
  "find.code": "Code",
  "find.code_hint": "Acht Ziffern, aus unserer E-Mail",
  "find.code_wrong": "Dieser Code ist falsch oder gilt nicht mehr. Prüfen Sie ihn, oder fordern Sie einen neuen an.",
  "find.show": "Bestellung zeigen",
  "find.again": "Noch einen Code senden",
  "find.sent_again": "Wenn es die Bestellung gibt, ist ein weiterer Code unterwegs. Das kann eine Minute dauern.",
  "find.other": "Eine andere Bestellung suchen",
  "find.working": "Einen Moment …",
  "find.account": "Sie haben ein Konto? Dort finden Sie Ihre Bestellungen:",
};

export const findTexts: Texts<FindKey> = { en, de };
