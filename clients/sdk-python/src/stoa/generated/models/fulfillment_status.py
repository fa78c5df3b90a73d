# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class FulfillmentStatus(OpenEnum):
    """Status of a fulfillment.  - `shipped`: Handed to the carrier. - `delivered`: Delivered to the shopper. - `cancelled`: Cancelled: its units are open again."""

    SHIPPED = 'shipped'
    DELIVERED = 'delivered'
    CANCELLED = 'cancelled'
