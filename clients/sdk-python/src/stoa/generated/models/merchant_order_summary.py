# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from stoa.generated.models.money import Money
from stoa.generated.models.order_fulfillment_status import OrderFulfillmentStatus
from stoa.generated.models.order_status import OrderStatus
from stoa.model import Model


class MerchantOrderSummary(Model):
    """A merchant's part of an order, in a list."""

    fulfillment_status: OrderFulfillmentStatus = Field(description="Fulfillment status of the merchant's lines.")
    id: StrictStr = Field(description="Order id.")
    number: StrictInt = Field(description="Order number, unique in the tenant.")
    placed_at: datetime = Field(description="When the order was placed.")
    status: OrderStatus = Field(description="Order status.")
    total: Money = Field(description="The merchant's share of the order: goods and shipping with tax.")
