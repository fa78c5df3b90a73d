# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.staff_device_session import StaffDeviceSession
from stoa.model import Model


class StaffDeviceSessionList(Model):
    """A list that comes whole."""

    data: List[StaffDeviceSession] = Field(description="All of them.")
