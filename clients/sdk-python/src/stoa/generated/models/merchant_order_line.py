# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class MerchantOrderLine(Model):
    """A line of the merchant's."""

    cancelled_quantity: StrictInt = Field(description="Quantity cancelled by the store, which is not shipped.")
    fulfilled_quantity: StrictInt = Field(description="Quantity shipped.")
    id: StrictStr = Field(description="Line id.")
    net: Money = Field(description="Line total without tax.")
    product_id: StrictStr = Field(description="Product id.")
    quantity: StrictInt = Field(description="Quantity ordered.")
    refunded_quantity: StrictInt = Field(description="Quantity refunded or being refunded.")
    sku: Optional[StrictStr] = Field(default=None, description="Stock keeping unit (SKU).")
    tax: Money = Field(description="Tax of the line.")
    title: StrictStr = Field(description="Product title.")
    variant_id: StrictStr = Field(description="Variant id.")
    variant_title: StrictStr = Field(description="Variant title, such as `Blue / M`; empty for a product with one variant.")
