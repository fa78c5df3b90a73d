# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class BulkProblem(OpenEnum):
    """Why one of many orders was not changed.  - `order_wrong_status`: The order's status does not allow it. - `nothing_to_fulfill`: Nothing is left to ship. - `several_merchants`: Several merchants have units left to ship. - `too_many_tags`: The order would have more than 20 tags. - `request_in_progress`: The same request is being worked on. - `unavailable`: The order could not be changed now; the request can be repeated."""

    ORDER_WRONG_STATUS = 'order_wrong_status'
    NOTHING_TO_FULFILL = 'nothing_to_fulfill'
    SEVERAL_MERCHANTS = 'several_merchants'
    TOO_MANY_TAGS = 'too_many_tags'
    REQUEST_IN_PROGRESS = 'request_in_progress'
    UNAVAILABLE = 'unavailable'
