# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class OrderFulfillmentStatus(OpenEnum):
    """Fulfillment status of an order.  - `unfulfilled`: Nothing is shipped. - `partially_fulfilled`: Some units are shipped. - `fulfilled`: Every unit is shipped."""

    UNFULFILLED = 'unfulfilled'
    PARTIALLY_FULFILLED = 'partially_fulfilled'
    FULFILLED = 'fulfilled'
