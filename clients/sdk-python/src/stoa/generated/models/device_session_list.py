# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.device_session import DeviceSession
from stoa.model import Model


class DeviceSessionList(Model):
    """A list that comes whole."""

    data: List[DeviceSession] = Field(description="All of them.")
