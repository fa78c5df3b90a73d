# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class AddCartLine(Model):
    """A line to add."""

    quantity: StrictInt = Field(description="Quantity to add, 1 to 999.")
    variant_id: StrictStr = Field(description="Variant to add.")
