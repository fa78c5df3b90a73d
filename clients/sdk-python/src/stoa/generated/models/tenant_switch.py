# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from stoa.model import Model


class TenantSwitch(Model):
    """What opens a session at another tenant."""

    expires_at: datetime = Field(description="Until when it is good.")
    host: StrictStr = Field(description="Host to send it to.")
    token: StrictStr = Field(description="Token, good once.")
