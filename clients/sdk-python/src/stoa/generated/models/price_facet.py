# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.money import Money
from stoa.generated.models.price_range import PriceRange
from stoa.model import Model


class PriceFacet(Model):
    """Prices of found products."""

    max: Money = Field(description="Highest price.")
    min: Money = Field(description="Lowest price.")
    ranges: List[PriceRange] = Field(description="Price ranges with products, ascending.")
