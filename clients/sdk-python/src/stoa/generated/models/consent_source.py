# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ConsentSource(OpenEnum):
    """Where it was said: `sign_up`, when signing up; `account`, in the account; `newsletter`, by the link of the letter  that asks; `unsubscribe_link`, by the link of a later letter; `text_message`, by answering STOP to one.  - `sign_up`: When signing up. - `account`: In the account. - `newsletter`: By the link of the letter that asks. - `unsubscribe_link`: By the link of a later letter. - `text_message`: By answering STOP to a text message."""

    SIGN_UP = 'sign_up'
    ACCOUNT = 'account'
    NEWSLETTER = 'newsletter'
    UNSUBSCRIBE_LINK = 'unsubscribe_link'
    TEXT_MESSAGE = 'text_message'
