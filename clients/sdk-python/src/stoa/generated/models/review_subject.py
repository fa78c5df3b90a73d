# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ReviewSubject(OpenEnum):
    """What a review is of.  - `product`: The product of an order line. - `merchant`: The merchant who sold it."""

    PRODUCT = 'product'
    MERCHANT = 'merchant'
