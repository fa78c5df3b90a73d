# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.address import Address
from stoa.generated.models.fulfillment import Fulfillment
from stoa.generated.models.money import Money
from stoa.generated.models.order_fulfillment_status import OrderFulfillmentStatus
from stoa.generated.models.order_line import OrderLine
from stoa.generated.models.order_payment_status import OrderPaymentStatus
from stoa.generated.models.order_status import OrderStatus
from stoa.generated.models.totals import Totals
from stoa.model import Model


class Order(Model):
    """An order, as placed: prices and titles do not change later."""

    billing_address: Optional[Address] = Field(default=None, description="Billing address; absent in an order without any address.")
    cancelled_at: Optional[datetime] = Field(default=None, description="When it was cancelled; absent unless it was.")
    currency: StrictStr = Field(description="Currency of every amount.")
    email: StrictStr = Field(description="Contact e-mail.")
    expires_at: Optional[datetime] = Field(default=None, description="When its stock reservation expires; absent once it is paid or cancelled.")
    fulfillment_status: OrderFulfillmentStatus = Field(description="Fulfillment status of the order.")
    fulfillments: List[Fulfillment] = Field(description="Parcels, oldest first, without cancelled ones.")
    id: StrictStr = Field(description="Order id.")
    lines: List[OrderLine] = Field(description="Lines.")
    number: StrictInt = Field(description="Order number, unique in the tenant, as shown to shoppers and staff.")
    paid_at: Optional[datetime] = Field(default=None, description="When it was paid; absent until then.")
    payment_status: OrderPaymentStatus = Field(description="Payment status of the order.")
    placed_at: datetime = Field(description="When the order was placed.")
    refunded: Money = Field(description="Amount refunded so far.")
    shipping_address: Optional[Address] = Field(default=None, description="Shipping address; absent when nothing is shipped.")
    shipping_name: Optional[StrictStr] = Field(default=None, description="Name of the shipping option; absent when nothing is shipped.")
    status: OrderStatus = Field(description="Order status.")
    tax_included: StrictBool = Field(description="Whether prices include tax.")
    tax_name: StrictStr = Field(description="Name of the tax.")
    totals: Totals = Field(description="Totals of the order.")
