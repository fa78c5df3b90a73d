# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class TimelineVisibility(OpenEnum):
    """Who is shown something.  - `shopper`: The shopper is told or shown it, and so is the staff. - `staff`: The staff alone."""

    SHOPPER = 'shopper'
    STAFF = 'staff'
