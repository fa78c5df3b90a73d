# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class OperatorMe(Model):
    """The operator who is signed in."""

    email: StrictStr = Field(description="E-mail address of the account.")
    id: StrictStr = Field(description="Id of the operator.")
    name: StrictStr = Field(description="Name of the person.")
    recovery_codes_left: StrictInt = Field(description="Recovery codes that were not used.")
    requires_second_factor: StrictBool = Field(description="Whether nothing else is allowed without a second factor.")
    second_factor_enrolled_at: Optional[datetime] = Field(default=None, description="When the second factor was enrolled; absent without one.")
