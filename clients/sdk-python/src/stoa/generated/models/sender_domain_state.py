# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class SenderDomainState(OpenEnum):
    """State of a sender domain: `pending`, its key was never found; `verified`, the last check found the key, and  e-mails leave from the domain; `failing`, the key was there and is no more, and e-mails leave from the platform's address.  - `pending`: The key was never found. - `verified`: The last check found the key. - `failing`: The key was there, and the last check did not find it."""

    PENDING = 'pending'
    VERIFIED = 'verified'
    FAILING = 'failing'
