# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class PaymentStatus(OpenEnum):
    """Payment status.  - `created`: Recorded; the provider may or may not know it. - `open`: Awaits the shopper's confirmation. - `action_required`: Awaits an action that the shopper's bank requires. - `processing`: Being processed by the provider. - `authorized`: The bank has set the amount aside; it is not taken until it is captured. - `succeeded`: Paid. - `cancelled`: Cancelled before any money moved. - `failed`: The provider refused to open it."""

    CREATED = 'created'
    OPEN = 'open'
    ACTION_REQUIRED = 'action_required'
    PROCESSING = 'processing'
    AUTHORIZED = 'authorized'
    SUCCEEDED = 'succeeded'
    CANCELLED = 'cancelled'
    FAILED = 'failed'
