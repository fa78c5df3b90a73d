# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class OrderPaymentStatus(OpenEnum):
    """Payment status of an order.  - `unpaid`: Not paid. - `authorized`: Authorized by the shopper's bank, and not captured. - `paid`: Paid in full. - `partially_refunded`: Refunded in part. - `refunded`: Refunded in full."""

    UNPAID = 'unpaid'
    AUTHORIZED = 'authorized'
    PAID = 'paid'
    PARTIALLY_REFUNDED = 'partially_refunded'
    REFUNDED = 'refunded'
