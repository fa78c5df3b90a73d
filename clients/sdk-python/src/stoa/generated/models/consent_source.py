# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ConsentSource(OpenEnum):
    """Where it was said: `sign_up`, when signing up; `account`, in the account.  - `sign_up`: When signing up. - `account`: In the account."""

    SIGN_UP = 'sign_up'
    ACCOUNT = 'account'
