# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import Optional
from stoa.generated.models.money import Money
from stoa.generated.models.not_returnable import NotReturnable
from stoa.generated.models.seller import Seller
from stoa.model import Model


class OrderLine(Model):
    """An order line."""

    cancelled_quantity: StrictInt = Field(description="Quantity cancelled by the store, which is not shipped.")
    final_sale: StrictBool = Field(description="Whether it was sold as final sale and cannot be returned.")
    fulfilled_quantity: StrictInt = Field(description="Quantity shipped.")
    id: StrictStr = Field(description="Line id.")
    image: Optional[StrictStr] = Field(default=None, description="URL of the image; absent without one.")
    merchant: Seller = Field(description="Merchant who sold it.")
    not_returnable_reason: Optional[NotReturnable] = Field(default=None, description="Why no unit can be returned now; absent when some can.")
    product_id: StrictStr = Field(description="Product.")
    quantity: StrictInt = Field(description="Quantity ordered.")
    refunded_quantity: StrictInt = Field(description="Quantity refunded.")
    returnable_quantity: StrictInt = Field(description="Units that a return can be requested of now.")
    returnable_until: Optional[datetime] = Field(default=None, description="Until when all of these can be returned; later there may be fewer, of several parcels. Absent when there are none.")
    returning_quantity: StrictInt = Field(description="Units in returns that are not rejected or cancelled.")
    sku: Optional[StrictStr] = Field(default=None, description="Stock keeping unit (SKU).")
    title: StrictStr = Field(description="Product title.")
    total: Money = Field(description="Line total.")
    unit_price: Money = Field(description="Price of one unit.")
    variant_id: StrictStr = Field(description="Variant.")
    variant_title: StrictStr = Field(description="Variant title, such as `Blue / M`; empty for a product with one variant.")
