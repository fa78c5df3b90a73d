# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.generated.models.weight_tier import WeightTier
from stoa.model import Model


class WeightRate(Model):
    """A price by the weight of the parcel."""

    kind: StrictStr = Field(description="Always `by_weight`.")
    tiers: List[WeightTier] = Field(description="Prices by weight, lightest first: 1 to 20, each heavier than the one before. What is heavier than the last is not shipped.")
