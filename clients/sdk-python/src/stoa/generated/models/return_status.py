# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ReturnStatus(OpenEnum):
    """Status of a return.  - `requested`: Asked for by the shopper; the store decides. - `approved`: The units may come. - `rejected`: The store does not take the units back. - `cancelled`: Called off by the shopper or the store. - `received`: The units came, or as many as will."""

    REQUESTED = 'requested'
    APPROVED = 'approved'
    REJECTED = 'rejected'
    CANCELLED = 'cancelled'
    RECEIVED = 'received'
