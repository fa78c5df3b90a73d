# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class OrdersAction(OpenEnum):
    """What is done to many orders.  - `tag`: Add tags. - `untag`: Remove tags. - `archive`: Leave the orders out of lists. - `unarchive`: Show the orders in lists again. - `fulfill`: Ship what is left, of orders with one merchant."""

    TAG = 'tag'
    UNTAG = 'untag'
    ARCHIVE = 'archive'
    UNARCHIVE = 'unarchive'
    FULFILL = 'fulfill'
