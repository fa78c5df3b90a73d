# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool
from stoa.model import Model


class StaffSettings(Model):
    """Settings of staff."""

    requires_second_factor: StrictBool = Field(description="Whether each staff member needs a second factor.")
