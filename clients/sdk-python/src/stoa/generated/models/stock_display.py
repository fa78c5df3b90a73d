# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class StockDisplay(OpenEnum):
    """What a storefront shows of stock: `hidden`, whether a variant can be bought; `level`, also whether it runs low; `exact`, also  how many units there are.  - `hidden`: Whether a variant can be bought. - `level`: Also whether it runs low. - `exact`: Also how many units there are."""

    HIDDEN = 'hidden'
    LEVEL = 'level'
    EXACT = 'exact'
