# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from stoa.model import Model


class SocialStart(Model):
    """A sign-in that has started."""

    authorization_url: StrictStr = Field(description="Address at the provider to send the browser to.")
    browser_token: StrictStr = Field(description="Token that stays in this browser: 64 hexadecimal digits.")
    expires_at: datetime = Field(description="When the browser must be back.")
