# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class NotReturnable(OpenEnum):
    """Why no unit of a line can be returned.  - `not_delivered`: Units can be returned once they are delivered. - `nothing_left`: All units are in returns. - `window_closed`: The units were delivered too long ago. - `not_offered`: The storefront takes nothing back. - `final_sale`: The product was sold as final sale."""

    NOT_DELIVERED = 'not_delivered'
    NOTHING_LEFT = 'nothing_left'
    WINDOW_CLOSED = 'window_closed'
    NOT_OFFERED = 'not_offered'
    FINAL_SALE = 'final_sale'
