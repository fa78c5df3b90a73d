# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class InvitationAcceptance(Model):
    """What an invited person sends."""

    name: Optional[StrictStr] = Field(default=None, description="Name of a new account, 1 to 200 characters.")
    password: Optional[StrictStr] = Field(default=None, description="Password of a new account: 15 to 1024 characters that are not easily guessed.")
    token: StrictStr = Field(description="Token of the link.")
