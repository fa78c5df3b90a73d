# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.generated.models.money import Money
from stoa.model import Model


class CustomerGroupPrices(Model):
    """The prices that a group has of its own for a variant."""

    prices: List[Money] = Field(description="Price of one unit in each currency, by currency.")
    variant_id: StrictStr = Field(description="Variant id.")
