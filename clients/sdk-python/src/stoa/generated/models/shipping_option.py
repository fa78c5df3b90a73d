# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.generated.models.money import Money
from stoa.model import Model


class ShippingOption(Model):
    """A shipping option."""

    id: StrictStr = Field(description="Shipping option id.")
    name: StrictStr = Field(description="Name of the option.")
    price: Money = Field(description="Price for this cart.")
