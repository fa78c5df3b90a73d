# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from stoa.generated.models.money import Money
from stoa.generated.models.order_fulfillment_status import OrderFulfillmentStatus
from stoa.generated.models.order_payment_status import OrderPaymentStatus
from stoa.generated.models.order_status import OrderStatus
from stoa.model import Model


class AdminOrderSummary(Model):
    """An order in a list."""

    email: StrictStr = Field(description="Contact e-mail of the shopper.")
    fulfillment_status: OrderFulfillmentStatus = Field(description="Fulfillment status of the order.")
    id: StrictStr = Field(description="Order id.")
    number: StrictInt = Field(description="Order number, unique in the tenant, as shown to shoppers and staff.")
    payment_status: OrderPaymentStatus = Field(description="Payment status of the order.")
    placed_at: datetime = Field(description="When the order was placed.")
    refunded: Money = Field(description="Amount refunded so far.")
    status: OrderStatus = Field(description="Order status.")
    total: Money = Field(description="Order total.")
