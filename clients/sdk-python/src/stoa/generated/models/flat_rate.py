# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.generated.models.money import Money
from stoa.model import Model


class FlatRate(Model):
    """The same price for every parcel."""

    kind: StrictStr = Field(description="Always `flat`.")
    price: Money = Field(description="Price of a parcel.")
