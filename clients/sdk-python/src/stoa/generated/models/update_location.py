# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class UpdateLocation(Model):
    """What to change of a location."""

    is_active: Optional[StrictBool] = Field(default=None, description="Whether orders are fulfilled from it.")
    name: Optional[StrictStr] = Field(default=None, description="Name, 1 to 80 characters; unique in the tenant.")
    priority: Optional[StrictInt] = Field(default=None, description="Priority, 0 to 1,000: units are taken from the lowest first.")
