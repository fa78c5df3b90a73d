# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class PaymentStatus(OpenEnum):
    """Payment status.  - `created`: Recorded; the provider may or may not know it. - `open`: Awaits the shopper's confirmation. - `action_required`: Awaits an action that the shopper's bank requires. - `processing`: Being processed by the provider. - `succeeded`: Paid. - `cancelled`: Cancelled before any money moved. - `failed`: The provider refused to open it."""

    CREATED = 'created'
    OPEN = 'open'
    ACTION_REQUIRED = 'action_required'
    PROCESSING = 'processing'
    SUCCEEDED = 'succeeded'
    CANCELLED = 'cancelled'
    FAILED = 'failed'
