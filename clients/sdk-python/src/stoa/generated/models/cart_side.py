# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class CartSide(OpenEnum):
    """Whose cart units were in: `guest` or `account`; `both`, if the quantities were added.  - `guest`: The guest's. - `account`: The account's. - `both`: Of both."""

    GUEST = 'guest'
    ACCOUNT = 'account'
    BOTH = 'both'
