# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class AccountExportFile(OpenEnum):
    """What a file of an account export holds.  - `account`: The account. - `customer_groups`: Customer groups. - `addresses`: The address book. - `consents`: Answers about consents. - `identities`: Linked identities. - `sessions`: Sessions. - `cart_lines`: Lines of carts. - `orders`: Orders. - `order_lines`: Lines of orders. - `reviews`: Reviews. - `emails`: E-mails."""

    ACCOUNT = 'account'
    CUSTOMER_GROUPS = 'customer_groups'
    ADDRESSES = 'addresses'
    CONSENTS = 'consents'
    IDENTITIES = 'identities'
    SESSIONS = 'sessions'
    CART_LINES = 'cart_lines'
    ORDERS = 'orders'
    ORDER_LINES = 'order_lines'
    REVIEWS = 'reviews'
    EMAILS = 'emails'
