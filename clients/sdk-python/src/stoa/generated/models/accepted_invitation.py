# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from stoa.model import Model


class AcceptedInvitation(Model):
    """An accepted invitation."""

    email: StrictStr = Field(description="E-mail address to sign in with.")
    is_new_account: StrictBool = Field(description="Whether the account is new; otherwise its password stays.")
