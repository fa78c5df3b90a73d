# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class StockMovementCause(OpenEnum):
    """Why stock moved: `opening`, it was there when movements began to be kept; `sale`, an order was paid;  `cancellation`, units of a paid order were cancelled; `return`, units came back; `count`, staff or an import  set what is on hand; `adjustment`, staff or a program added or removed units.  - `opening`: It was there when movements began to be kept. - `sale`: An order was paid. - `cancellation`: Units of a paid order were cancelled. - `return`: Units came back. - `count`: What is on hand was set. - `adjustment`: Units were added or removed."""

    OPENING = 'opening'
    SALE = 'sale'
    CANCELLATION = 'cancellation'
    RETURN = 'return'
    COUNT = 'count'
    ADJUSTMENT = 'adjustment'
