# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class StockAlertKind(OpenEnum):
    """What happened to the stock of a variant.  - `low_stock`: It came down to its low-stock threshold. - `sold_out`: The last unit that may be sold was sold or reserved. - `back_in_stock`: It can be sold again."""

    LOW_STOCK = 'low_stock'
    SOLD_OUT = 'sold_out'
    BACK_IN_STOCK = 'back_in_stock'
