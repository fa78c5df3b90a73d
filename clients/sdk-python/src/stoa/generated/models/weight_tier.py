# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from stoa.generated.models.money import Money
from stoa.model import Model


class WeightTier(Model):
    """Price of parcels up to a weight."""

    price: Money = Field(description="Price of a parcel.")
    up_to_grams: StrictInt = Field(description="Greatest weight in grams.")
