# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from stoa.model import Model


class CreateTax(Model):
    """The tax of a new storefront."""

    included: StrictBool = Field(description="Whether prices include tax.")
    name: StrictStr = Field(description="Name of the tax on receipts.")
    rate_ppm: StrictInt = Field(description="Rate in parts per million: 190000 is 19 %.")
