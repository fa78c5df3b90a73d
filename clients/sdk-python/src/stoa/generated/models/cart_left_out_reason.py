# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class CartLeftOutReason(OpenEnum):
    """Why units are not in the account's cart: `not_sellable`, the variant is not sold any more; `other_currency`,  it has no price in the currency of the account's cart; `stock_limit`, too few are left; `quantity_limit`, a  line holds at most 999; `line_limit`, a cart holds at most 100 lines; `rule`, the store's rule took the  quantity of the other cart.  - `not_sellable`: The variant is not sold any more. - `other_currency`: It has no price in the cart's currency. - `stock_limit`: Too few are left. - `quantity_limit`: More than a line holds. - `line_limit`: More lines than a cart holds. - `rule`: The tenant's rule."""

    NOT_SELLABLE = 'not_sellable'
    OTHER_CURRENCY = 'other_currency'
    STOCK_LIMIT = 'stock_limit'
    QUANTITY_LIMIT = 'quantity_limit'
    LINE_LIMIT = 'line_limit'
    RULE = 'rule'
