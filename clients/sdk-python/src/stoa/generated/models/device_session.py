# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictStr
from stoa.model import Model


class DeviceSession(Model):
    """A session of the account on a device."""

    created_at: datetime = Field(description="When the session began.")
    device: StrictStr = Field(description="User agent of the browser or app.")
    expires_at: datetime = Field(description="When the session expires if it is not refreshed before.")
    id: StrictStr = Field(description="Session id.")
    is_current: StrictBool = Field(description="Whether this is the session of the request.")
    last_used_at: datetime = Field(description="When the session was last refreshed.")
