# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.generated.models.cart_left_out_reason import CartLeftOutReason
from stoa.generated.models.cart_side import CartSide
from stoa.model import Model


class CartLeftOut(Model):
    """Units that are not in the account's cart."""

    kept: StrictInt = Field(description="How many there are; 0 when there is no line.")
    reason: CartLeftOutReason = Field(description="Why.")
    side: CartSide = Field(description="Whose cart they were in.")
    title: StrictStr = Field(description="Product title.")
    variant_id: StrictStr = Field(description="Variant.")
    variant_title: StrictStr = Field(description="Variant title; empty for a product with one variant.")
    wanted: StrictInt = Field(description="How many there would have been in the line.")
