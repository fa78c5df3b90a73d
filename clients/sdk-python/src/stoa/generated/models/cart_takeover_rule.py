# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class CartTakeoverRule(OpenEnum):
    """Which quantities hold when a guest's cart is taken over by an account: `sum`, both together; `larger`, of  each variant the larger one; `guest`, the guest's cart unless it is empty; `account`, the account's cart  unless it is empty.  - `sum`: Both together. - `larger`: Of each variant the larger one. - `guest`: The guest's. - `account`: The account's."""

    SUM = 'sum'
    LARGER = 'larger'
    GUEST = 'guest'
    ACCOUNT = 'account'
