# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from typing import Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class PriceRange(Model):
    """A range of prices with its number of products."""

    below: Optional[Money] = Field(default=None, description="Price at which the next range begins; absent in the last range.")
    count: StrictInt = Field(description="Number of products.")
    var_from: Money = Field(description="Lowest price of the range.", alias="from")
