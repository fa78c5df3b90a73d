# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ReviewHold(OpenEnum):
    """Why a review waits for the staff although reviews are published at once.  - `link`: Its text has a link or an address. - `markup`: Its text has HTML or other markup. Texts are plain: whoever shows them must escape them. - `duplicate_text`: Another review has the same text."""

    LINK = 'link'
    MARKUP = 'markup'
    DUPLICATE_TEXT = 'duplicate_text'
