# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class LocationStock(Model):
    """Units at a location."""

    location_id: StrictStr = Field(description="Location id.")
    name: StrictStr = Field(description="Name of the location.")
    on_hand: StrictInt = Field(description="Units there; negative where more was sold than there was.")
