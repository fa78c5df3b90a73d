# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class MailToken(Model):
    """Confirms a sign-up."""

    password: Optional[StrictStr] = Field(default=None, description="The password that was chosen when signing up. If absent, the sign-up that the link was sent for is confirmed.")
    token: StrictStr = Field(description="Token from the link in the e-mail.")
