# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class CartTakeoverOutcome(OpenEnum):
    """What became of a guest's cart: `taken_over`; `already_own`, it is the account's cart; `not_found`, there is  none for this token; `completed`, it was paid for, or `locked`, it or the account's cart is being paid for;  `total_too_large`, together they come to more than a cart can. Only `taken_over` changes something.  - `taken_over`: Its lines are in the account's cart, but for those that are left out. - `already_own`: It is the account's cart. - `not_found`: No guest has such a cart. - `completed`: It was paid for. - `locked`: One of the carts is being paid for. - `total_too_large`: Together they come to too much."""

    TAKEN_OVER = 'taken_over'
    ALREADY_OWN = 'already_own'
    NOT_FOUND = 'not_found'
    COMPLETED = 'completed'
    LOCKED = 'locked'
    TOTAL_TOO_LARGE = 'total_too_large'
