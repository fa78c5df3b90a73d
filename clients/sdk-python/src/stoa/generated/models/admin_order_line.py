# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class AdminOrderLine(Model):
    """An order line."""

    cancelled_quantity: StrictInt = Field(description="Quantity cancelled, which is not shipped.")
    final_sale: StrictBool = Field(description="Whether it was sold as final sale; staff can take it back all the same.")
    fulfilled_quantity: StrictInt = Field(description="Quantity shipped.")
    id: StrictStr = Field(description="Line id.")
    merchant_id: StrictStr = Field(description="Merchant of the line.")
    net: Money = Field(description="Line total without tax.")
    product_id: StrictStr = Field(description="Product id.")
    quantity: StrictInt = Field(description="Quantity ordered.")
    refunded_quantity: StrictInt = Field(description="Quantity refunded or being refunded.")
    returning_quantity: StrictInt = Field(description="Units in returns that are not rejected or cancelled.")
    sku: Optional[StrictStr] = Field(default=None, description="Stock keeping unit (SKU).")
    tax: Money = Field(description="Tax of the line.")
    title: StrictStr = Field(description="Product title.")
    total: Money = Field(description="Line total, with or without tax as prices are shown.")
    unit_price: Money = Field(description="Price of one unit, with or without tax as prices are shown.")
    variant_id: StrictStr = Field(description="Variant id.")
    variant_title: StrictStr = Field(description="Variant title, such as `Blue / M`; empty for a product with one variant.")
