# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class ExportedCartLine(Model):
    """A line of an exported cart."""

    quantity: StrictInt = Field(description="Quantity.")
    title: StrictStr = Field(description="Product title.")
    variant_id: StrictStr = Field(description="Variant.")
    variant_title: StrictStr = Field(description="Variant title; empty for a product with one variant.")
