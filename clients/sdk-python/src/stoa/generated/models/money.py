# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class Money(Model):
    """An amount of money."""

    amount: StrictInt = Field(description="The amount in the currency's minor units: cents, yen, fils.")
    currency: StrictStr = Field(description="The currency, as ISO 4217 writes it.")
