# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class RefundStatus(OpenEnum):
    """Refund status.  - `requested`: Recorded; not yet at the payment provider. - `pending`: Being processed by the payment provider. - `succeeded`: The money is on its way to the shopper. - `failed`: Refused by the provider, or returned; it can be requested again."""

    REQUESTED = 'requested'
    PENDING = 'pending'
    SUCCEEDED = 'succeeded'
    FAILED = 'failed'
