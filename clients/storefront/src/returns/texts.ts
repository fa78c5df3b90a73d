import type { Texts } from "../i18n/messages.ts";

const en = {
  "return.title": "Returns",
  "return.text": "Does something not suit you? Tell us what you want to send back. We answer by e-mail.",
  "return.begin": "Return items",
  "return.which": "What do you want to send back?",
  "return.units_of": "Units of {title} to send back",
  "return.of": "of {count}",
  "return.units_missing": "Choose at least one unit.",
  "return.units_wrong": "Fewer units can be returned now. Load the page again.",
  "return.reason": "Reason",
  "return.reason_damaged": "Damaged or defective",
  "return.reason_wrong_item": "I ordered something else",
  "return.reason_not_as_described": "Not as described",
  "return.reason_does_not_fit": "Does not fit",
  "return.reason_changed_mind": "I do not want it any more",
  "return.reason_other": "Something else",
  "return.note": "What else should we know?",
  "return.send": "Request return",
  "return.cancel_form": "Cancel",
  "return.working": "One moment…",
  "return.sent": "We have your request. Please wait for our answer before you send anything.",
  "return.closed": "The time to return something from this order is over.",
  "return.changed": "This return was decided on meanwhile.",
  "return.entry": "Return of {date}",
  "return.status_requested": "Requested: we answer by e-mail",
  "return.status_approved": "Approved: please send it back",
  "return.status_rejected": "Not accepted",
  "return.status_cancelled": "Cancelled",
  "return.status_received": "Received",
  "return.units": "{count} × {title}",
  "return.units_received": "{count} × {title}, {received} received",
  "return.reason_of": "Reason: {reason}",
  "return.message": "Message from {store}",
  "return.cancel": "Cancel return",
  "return.cancel_of": "Cancel return of {date}",
  "return.cancel_text": "Cancel this return? We no longer expect the items then. You can request another return while there is time.",
  "return.cancel_confirm": "Yes, cancel it",
  "return.keep": "Keep it",
} as const;

export type ReturnKey = keyof typeof en;

const de: Readonly<Record<ReturnKey, string>> = {
  "return.title": "Rücksendungen",
  "return.text": "Etwas passt nicht? Sagen Sie uns, was Sie zurücksenden möchten. Wir antworten per E-Mail.",
  "return.begin": "Artikel zurücksenden",
  "return.which": "Was möchten Sie zurücksenden?",
  "return.units_of": "Anzahl von {title}, die Sie zurücksenden",
  "return.of": "von {count}",
  "return.units_missing": "Wählen Sie mindestens ein Stück.",
  "return.units_wrong": "So viele können nicht mehr zurückgesendet werden. Laden Sie die Seite neu.",
  "return.reason": "Grund",
  "return.reason_damaged": "Beschädigt oder defekt",
  "return.reason_wrong_item": "Ich hatte etwas anderes bestellt",
  "return.reason_not_as_described": "Nicht wie beschrieben",
  "return.reason_does_not_fit": "Passt nicht",
  "return.reason_changed_mind": "Ich möchte es nicht mehr",
  "return.reason_other": "Etwas anderes",
  "return.note": "Was sollten wir noch wissen?",
  "return.send": "Rücksendung anfragen",
  "return.cancel_form": "Abbrechen",
  "return.working": "Einen Moment …",
  "return.sent": "Wir haben Ihre Anfrage. Bitte warten Sie auf unsere Antwort, bevor Sie etwas zurücksenden.",
  "return.closed": "Die Frist für Rücksendungen aus dieser Bestellung ist vorbei.",
  "return.changed": "Über diese Rücksendung wurde inzwischen entschieden.",
  "return.entry": "Rücksendung vom {date}",
  "return.status_requested": "Angefragt: Wir antworten per E-Mail",
  "return.status_approved": "Angenommen: Bitte senden Sie die Artikel zurück",
  "return.status_rejected": "Nicht angenommen",
  "return.status_cancelled": "Zurückgezogen",
  "return.status_received": "Angekommen",
  "return.units": "{count} × {title}",
  "return.units_received": "{count} × {title}, {received} angekommen",
  "return.reason_of": "Grund: {reason}",
  "return.message": "Nachricht von {store}",
  "return.cancel": "Zurückziehen",
  "return.cancel_of": "Rücksendung vom {date} zurückziehen",
  "return.cancel_text": "Diese Rücksendung zurückziehen? Wir erwarten die Artikel dann nicht mehr. Solange die Frist läuft, können Sie eine neue Rücksendung anfragen.",
  "return.cancel_confirm": "Ja, zurückziehen",
  "return.keep": "Behalten",
};

export const returnTexts: Texts<ReturnKey> = { en, de };

export const REASONS = ["damaged", "wrong_item", "not_as_described", "does_not_fit", "changed_mind", "other"] as const;

/** The text of a reason; one that is newer than this shop is shown as it is. */
export function reasonText(reason: string, t: (key: ReturnKey) => string): string {
  const known = REASONS.find((it) => it === reason);
  return known ? t(`return.reason_${known}`) : reason;
}
