# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class StockLevel(OpenEnum):
    """What shoppers are told of a variant's stock.  - `in_stock`: There is enough of it, or it is not counted. - `low_stock`: There are no more units than its low-stock threshold. - `backorder`: It can be bought, and is delivered when there is more of it. - `sold_out`: It cannot be bought."""

    IN_STOCK = 'in_stock'
    LOW_STOCK = 'low_stock'
    BACKORDER = 'backorder'
    SOLD_OUT = 'sold_out'
