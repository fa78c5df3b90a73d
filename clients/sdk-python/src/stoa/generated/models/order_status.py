# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class OrderStatus(OpenEnum):
    """Order status.  - `pending_payment`: Reserves its stock and awaits payment. - `authorized`: Placed. The shopper's bank has set the money aside, and it is not captured. - `paid`: Paid. - `refunded`: Paid, then refunded in full. - `cancelled`: Cancelled, or not paid in time. Its stock was released."""

    PENDING_PAYMENT = 'pending_payment'
    AUTHORIZED = 'authorized'
    PAID = 'paid'
    REFUNDED = 'refunded'
    CANCELLED = 'cancelled'
