# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class EmailOutcome(OpenEnum):
    """What became of an e-mail: `queued`, staff asked for it and a worker sends it soon; `sent`, a provider took it;  `bounced`, it came back for good; `complained`, its reader called it spam; `refused`, the provider refused it;  `suppressed`, the address gets no mail; `obsolete`, there was nothing to tell any more.  - `queued`: Staff asked for it, and a worker sends it soon. - `sent`: A provider took it. - `bounced`: It came back for good. - `complained`: Its reader called it spam. - `refused`: The provider refused it. - `suppressed`: The address gets no mail. - `obsolete`: There was nothing to tell any more."""

    QUEUED = 'queued'
    SENT = 'sent'
    BOUNCED = 'bounced'
    COMPLAINED = 'complained'
    REFUSED = 'refused'
    SUPPRESSED = 'suppressed'
    OBSOLETE = 'obsolete'
