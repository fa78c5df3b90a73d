# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class StockAllocation(Model):
    """Units of an order that are taken from a location."""

    location_id: StrictStr = Field(description="Location id.")
    location_name: StrictStr = Field(description="Name of the location.")
    quantity: StrictInt = Field(description="Units, less those that went back into stock.")
    variant_id: StrictStr = Field(description="Variant id.")
