# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class MailSuppressionReason(OpenEnum):
    """Why an address gets no mail: `bounced`, mail to it came back for good; `complained`, its owner called it  spam; `manual`, staff added it.  - `bounced`: Mail to it came back for good. - `complained`: Its owner called mail spam. - `manual`: Staff added it."""

    BOUNCED = 'bounced'
    COMPLAINED = 'complained'
    MANUAL = 'manual'
