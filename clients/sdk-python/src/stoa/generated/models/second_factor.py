# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictInt
from typing import Optional
from stoa.model import Model


class SecondFactor(Model):
    """The caller's second factor."""

    enrolled_at: Optional[datetime] = Field(default=None, description="When it was enrolled; absent without one.")
    is_required: StrictBool = Field(description="Whether the tenant requires one.")
    recovery_codes_left: StrictInt = Field(description="Recovery codes that were not used.")
