# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictInt, StrictStr
from stoa.model import Model


class Location(Model):
    """A place where goods are kept."""

    created_at: datetime = Field(description="When it was created.")
    id: StrictStr = Field(description="Location id.")
    is_active: StrictBool = Field(description="Whether orders are fulfilled from it.")
    is_default: StrictBool = Field(description="Whether it is the default location, where stock is that names no location.")
    name: StrictStr = Field(description="Name.")
    priority: StrictInt = Field(description="Priority, 0 to 1,000: units are taken from the lowest first.")
    updated_at: datetime = Field(description="When it was last changed.")
