# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class TransferStatus(OpenEnum):
    """Transfer status.  - `due`: To be sent. - `sending`: Sent to the provider, which has not answered yet. - `blocked`: Waits for the merchant's account, or for an operator. - `paid`: Paid to the merchant. - `partially_reversed`: Paid, and reversed in part. - `reversed`: Reversed in full. - `cancelled`: Cancelled: nothing is left to send."""

    DUE = 'due'
    SENDING = 'sending'
    BLOCKED = 'blocked'
    PAID = 'paid'
    PARTIALLY_REVERSED = 'partially_reversed'
    REVERSED = 'reversed'
    CANCELLED = 'cancelled'
