# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class TimelineKind(OpenEnum):
    """What happened to an order.  - `order_placed`: The shopper placed it. - `payment_authorized`: The shopper's bank set the money aside. - `order_paid`: It was paid; of an authorized payment, the money was taken. - `order_cancelled`: It was cancelled, or not paid in time. - `units_cancelled`: Units were cancelled. - `refund_requested`: A refund was recorded. - `refund_accepted`: The payment provider accepted a refund. - `shipped`: A parcel was shipped. - `delivered`: A parcel was delivered. - `fulfillment_cancelled`: A parcel was cancelled. - `return_requested`: A return was requested. - `return_approved`: A return was approved. - `return_rejected`: A return was rejected. - `return_cancelled`: A return was cancelled. - `return_received`: The units of a return came. - `dispute_opened`: A shopper's bank asked for the money back. - `email_sent`: The shopper was sent an e-mail about the order. - `text_message_sent`: The shopper was sent a text message about a parcel. - `note_added`: A staff member wrote a note. - `changed`: Staff or a program changed the order in another way; `text` is the operation."""

    ORDER_PLACED = 'order_placed'
    PAYMENT_AUTHORIZED = 'payment_authorized'
    ORDER_PAID = 'order_paid'
    ORDER_CANCELLED = 'order_cancelled'
    UNITS_CANCELLED = 'units_cancelled'
    REFUND_REQUESTED = 'refund_requested'
    REFUND_ACCEPTED = 'refund_accepted'
    SHIPPED = 'shipped'
    DELIVERED = 'delivered'
    FULFILLMENT_CANCELLED = 'fulfillment_cancelled'
    RETURN_REQUESTED = 'return_requested'
    RETURN_APPROVED = 'return_approved'
    RETURN_REJECTED = 'return_rejected'
    RETURN_CANCELLED = 'return_cancelled'
    RETURN_RECEIVED = 'return_received'
    DISPUTE_OPENED = 'dispute_opened'
    EMAIL_SENT = 'email_sent'
    TEXT_MESSAGE_SENT = 'text_message_sent'
    NOTE_ADDED = 'note_added'
    CHANGED = 'changed'
