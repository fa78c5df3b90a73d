# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class CreateOperatorAccess(Model):
    """What an operator wants to look into a tenant for."""

    may_write: Optional[StrictBool] = Field(default=False, description="Whether something is to be changed.")
    minutes: Optional[StrictInt] = Field(default=30, description="For how many minutes, 1 to 60.")
    reason: StrictStr = Field(description="Why, 10 to 1000 characters. The tenant reads it.")
    ticket: StrictStr = Field(description="Number of the support ticket, or what else asked for it.")
