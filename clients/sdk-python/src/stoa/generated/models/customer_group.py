# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class CustomerGroup(Model):
    """A group of customers."""

    created_at: datetime = Field(description="When it was created.")
    discount_ppm: StrictInt = Field(description="Discount in parts per million on everything that the group has no price of its own for.")
    id: StrictStr = Field(description="Group id.")
    member_count: StrictInt = Field(description="Number of members.")
    name: StrictStr = Field(description="Name.")
    updated_at: datetime = Field(description="When its name or discount was last changed.")
