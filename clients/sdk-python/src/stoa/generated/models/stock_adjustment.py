# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class StockAdjustment(Model):
    """Units of a variant to add or remove."""

    delta: StrictInt = Field(description="Units to add; negative to remove. Never 0.")
    location_id: Optional[StrictStr] = Field(default=None, description="Location id; the default location without one.")
    variant_id: StrictStr = Field(description="Variant id.")
