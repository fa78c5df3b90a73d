# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from stoa.model import Model


class StoreTax(Model):
    """A storefront's tax."""

    included: StrictBool = Field(description="Whether prices include tax.")
    name: StrictStr = Field(description="Name of the tax, such as `VAT`.")
    rate: StrictStr = Field(description="Rate in per cent as a decimal number, such as `19` or `8.25`.")
