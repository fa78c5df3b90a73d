# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictStr
from stoa.model import Model


class StaffDeviceSession(Model):
    """A session of the caller on a device."""

    created_at: datetime = Field(description="When it began.")
    device: StrictStr = Field(description="What the browser or program calls itself.")
    expires_at: datetime = Field(description="When it ends unless it is refreshed.")
    id: StrictStr = Field(description="Session id.")
    is_current: StrictBool = Field(description="Whether it is the session of this request.")
    last_used_at: datetime = Field(description="When it was last refreshed.")
