# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class OrderSort(OpenEnum):
    """Sort order of orders.  - `newest`: Newest first. - `oldest`: Oldest first. - `payment_status`: By payment status in alphabetical order, newest first within a status. - `fulfillment_status`: By fulfillment status in alphabetical order, newest first within a status. - `largest`: By total, the largest first, newest first within a total. Filter by currency to compare like with like."""

    NEWEST = 'newest'
    OLDEST = 'oldest'
    PAYMENT_STATUS = 'payment_status'
    FULFILLMENT_STATUS = 'fulfillment_status'
    LARGEST = 'largest'
