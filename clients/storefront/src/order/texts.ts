import type { Texts } from "../i18n/messages.ts";

const en = {
  "order.number": "Order {number}",
  "order.placed": "Placed on {date}",
  "order.thanks": "Thank you for your order",
  "order.partly_shipped": "Part of your order is on its way",
  "order.shipped": "Your order is on its way",
  "order.delivered": "Your order was delivered",
  "order.parcels": "Parcels",
  "order.shipped_on": "Shipped on {date}",
  "order.delivered_on": "Delivered on {date}",
  "order.track": "Track the parcel",
  "order.paid_text": "We have received your payment. A confirmation is on its way to {email}: its link shows this page on any device.",
  "order.authorized_text":
    "Your bank has approved the payment, and nothing is charged yet. A confirmation is on its way to {email}: its link shows this page on any device.",
  "order.shipped_text": "Below you see what is in the parcels and where they are. We have written to {email}, too.",
  "order.delivered_text": "We hope that you like it. If something is not right, you can return it or write a review below.",
  "order.processing": "Your payment is being processed",
  "order.processing_text": "This can take a moment. The page updates by itself.",
  "order.slow_text": "Your payment is still being processed. You can close this page: the order is safe.",
  "order.unpaid": "Your order awaits payment",
  "order.unpaid_text": "It is reserved until it is paid or expires.",
  "order.pay": "Go to payment",
  "order.cancelled": "This order was cancelled",
  "order.cancelled_text": "It was not paid in time or was cancelled. Nothing is charged.",
  "order.refunded": "This order was refunded",
  "order.refunded_text": "{amount} was refunded.",
  "order.partly_refunded_text": "{amount} of it was refunded.",
  "order.unknown": "We cannot show this order here",
  "order.unknown_text": "Follow the link in our e-mail about the order, have a code sent to you with the number of the order, or sign in to an account with its e-mail address.",
  "order.items": "Items",
  "order.ship_to": "Delivery address",
  "order.bill_to": "Billing address",
  "order.bill_same": "Same as the delivery address",
  "order.shipping_by": "Shipping",
  "order.contact": "Contact",
  "order.refunded_row": "Refunded",
  "order.quantity": "{count} × {price}",
  "order.units_cancelled": "{count} cancelled by the store",
  "order.print": "Print",
  "order.documents": "Documents",
  "order.invoice": "Invoice {number} (PDF)",
  "order.credit_note": "Credit note {number} (PDF)",
  "order.updated": "Updated",
  "status.pending_payment": "Awaiting payment",
  "status.authorized": "Confirmed",
  "status.paid": "Paid",
  "status.partially_fulfilled": "Partly shipped",
  "status.fulfilled": "Shipped",
  "status.delivered": "Delivered",
  "status.refunded": "Refunded",
  "status.cancelled": "Cancelled",
  "status.partially_refunded": "Partly refunded",
} as const;

export type OrderKey = keyof typeof en;

const de: Readonly<Record<OrderKey, string>> = {
  "order.number": "Bestellung {number}",
  "order.placed": "Bestellt am {date}",
  "order.thanks": "Vielen Dank für Ihre Bestellung",
  "order.partly_shipped": "Ein Teil Ihrer Bestellung ist unterwegs",
  "order.shipped": "Ihre Bestellung ist unterwegs",
  "order.delivered": "Ihre Bestellung wurde zugestellt",
  "order.parcels": "Pakete",
  "order.shipped_on": "Versandt am {date}",
  "order.delivered_on": "Zugestellt am {date}",
  "order.track": "Paket verfolgen",
  "order.paid_text": "Ihre Zahlung ist eingegangen. Eine Bestätigung ist unterwegs an {email}: Ihr Link zeigt diese Seite auf jedem Gerät.",
  "order.authorized_text":
    "Ihre Bank hat die Zahlung freigegeben, und es ist noch nichts abgebucht. Eine Bestätigung ist unterwegs an {email}: Ihr Link zeigt diese Seite auf jedem Gerät.",
  "order.shipped_text": "Unten sehen Sie, was in den Paketen ist und wo sie sind. Wir haben auch an {email} geschrieben.",
  "order.delivered_text": "Wir hoffen, dass es Ihnen gefällt. Unten können Sie Artikel zurücksenden, wenn etwas nicht stimmt, oder sie bewerten.",
  "order.processing": "Ihre Zahlung wird verarbeitet",
  "order.processing_text": "Das kann einen Moment dauern. Die Seite aktualisiert sich von selbst.",
  "order.slow_text": "Ihre Zahlung wird noch verarbeitet. Sie können diese Seite schließen: Die Bestellung geht nicht verloren.",
  "order.unpaid": "Ihre Bestellung ist noch nicht bezahlt",
  "order.unpaid_text": "Sie ist reserviert, bis sie bezahlt wird oder abläuft.",
  "order.pay": "Zur Zahlung",
  "order.cancelled": "Diese Bestellung wurde storniert",
  "order.cancelled_text": "Sie wurde nicht rechtzeitig bezahlt oder storniert. Es wird nichts abgebucht.",
  "order.refunded": "Diese Bestellung wurde erstattet",
  "order.refunded_text": "{amount} wurden erstattet.",
  "order.partly_refunded_text": "Davon wurden {amount} erstattet.",
  "order.unknown": "Diese Bestellung können wir hier nicht zeigen",
  "order.unknown_text": "Folgen Sie dem Link in unserer E-Mail zur Bestellung, lassen Sie sich mit der Nummer der Bestellung einen Code schicken, oder melden Sie sich mit ihrer E-Mail-Adresse an.",
  "order.items": "Artikel",
  "order.ship_to": "Lieferadresse",
  "order.bill_to": "Rechnungsadresse",
  "order.bill_same": "Wie die Lieferadresse",
  "order.shipping_by": "Versand",
  "order.contact": "Kontakt",
  "order.refunded_row": "Erstattet",
  "order.quantity": "{count} × {price}",
  "order.units_cancelled": "{count} vom Shop storniert",
  "order.print": "Drucken",
  "order.documents": "Belege",
  "order.invoice": "Rechnung {number} (PDF)",
  "order.credit_note": "Gutschrift {number} (PDF)",
  "order.updated": "Aktualisiert",
  "status.pending_payment": "Nicht bezahlt",
  "status.authorized": "Bestätigt",
  "status.paid": "Bezahlt",
  "status.partially_fulfilled": "Teilweise versandt",
  "status.fulfilled": "Versandt",
  "status.delivered": "Zugestellt",
  "status.refunded": "Erstattet",
  "status.cancelled": "Storniert",
  "status.partially_refunded": "Teilweise erstattet",
};

export const orderTexts: Texts<OrderKey> = { en, de };

const STATUS_KEYS: Readonly<Record<string, OrderKey>> = {
  pending_payment: "status.pending_payment",
  authorized: "status.authorized",
  paid: "status.paid",
  refunded: "status.refunded",
  cancelled: "status.cancelled",
};

const SHIPPED_KEYS: Readonly<Record<string, OrderKey>> = {
  partially_fulfilled: "status.partially_fulfilled",
  fulfilled: "status.fulfilled",
};

interface Statuses {
  status: string;
  payment_status: string;
  fulfillment_status: string;
  /** Absent in lists. */
  fulfillments?: readonly { status: string }[];
}

/** Whether everything has arrived. */
export function isDelivered({ fulfillment_status, fulfillments = [] }: Omit<Statuses, "status" | "payment_status">): boolean {
  return fulfillment_status === "fulfilled" && fulfillments.length > 0 && fulfillments.every((it) => it.status === "delivered");
}

/** The text of a status; one that is newer than this shop is shown as it is. */
export function statusText(order: Statuses, t: (key: OrderKey) => string): string {
  if (order.payment_status === "partially_refunded") return t("status.partially_refunded");
  const stands = order.status === "paid" || order.status === "authorized";
  if (stands && isDelivered(order)) return t("status.delivered");
  const shipped = stands ? SHIPPED_KEYS[order.fulfillment_status] : undefined;
  const key = shipped ?? STATUS_KEYS[order.status];
  return key ? t(key) : order.status;
}
