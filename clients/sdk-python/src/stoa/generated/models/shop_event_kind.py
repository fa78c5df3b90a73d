# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ShopEventKind(OpenEnum):
    """What a browser tells of.  - `product_viewed`: A product was shown. - `checkout_started`: The first page of the checkout was shown."""

    PRODUCT_VIEWED = 'product_viewed'
    CHECKOUT_STARTED = 'checkout_started'
