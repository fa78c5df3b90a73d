# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.generated.models.money import Money
from stoa.generated.models.order_status import OrderStatus
from stoa.model import Model


class CheckoutOrder(Model):
    """A placed order."""

    id: StrictStr = Field(description="Order id.")
    number: StrictInt = Field(description="Order number, unique in the tenant, as shown to shoppers and staff.")
    status: OrderStatus = Field(description="Order status.")
    token: StrictStr = Field(description="Access token of the order, sent as the header `Order-Token`.")
    total: Money = Field(description="Order total.")
