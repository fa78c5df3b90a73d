# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class CartLine(Model):
    """A cart line."""

    available: StrictBool = Field(description="Whether the line can be bought in this quantity.")
    id: StrictStr = Field(description="Line id.")
    image: Optional[StrictStr] = Field(default=None, description="URL of the image; absent without one.")
    notices: List[StrictStr] = Field(description="What changed since the line was last updated: `price_changed`, `insufficient_stock`, `not_sellable`.")
    product_id: Optional[StrictStr] = Field(default=None, description="Product; absent when it is no longer on sale.")
    quantity: StrictInt = Field(description="Quantity, 1 to 999.")
    sku: Optional[StrictStr] = Field(default=None, description="Stock keeping unit (SKU).")
    title: StrictStr = Field(description="Product title.")
    total: Money = Field(description="Line total; zero when the variant is no longer on sale.")
    unit_price: Money = Field(description="Current price of one unit.")
    variant_id: StrictStr = Field(description="Variant.")
    variant_title: StrictStr = Field(description="Variant title, such as `Blue / M`; empty for a product with one variant.")
