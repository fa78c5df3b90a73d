# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class OrderLine(Model):
    """An order line."""

    fulfilled_quantity: StrictInt = Field(description="Quantity shipped.")
    id: StrictStr = Field(description="Line id.")
    image: Optional[StrictStr] = Field(default=None, description="URL of the image; absent without one.")
    product_id: StrictStr = Field(description="Product.")
    quantity: StrictInt = Field(description="Quantity ordered.")
    refunded_quantity: StrictInt = Field(description="Quantity refunded.")
    returning_quantity: StrictInt = Field(description="Units in returns that are not rejected or cancelled.")
    sku: Optional[StrictStr] = Field(default=None, description="Stock keeping unit (SKU).")
    title: StrictStr = Field(description="Product title.")
    total: Money = Field(description="Line total.")
    unit_price: Money = Field(description="Price of one unit.")
    variant_id: StrictStr = Field(description="Variant.")
    variant_title: StrictStr = Field(description="Variant title, such as `Blue / M`; empty for a product with one variant.")
