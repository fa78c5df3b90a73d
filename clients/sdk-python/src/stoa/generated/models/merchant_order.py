# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.address import Address
from stoa.generated.models.admin_fulfillment import AdminFulfillment
from stoa.generated.models.admin_order_share import AdminOrderShare
from stoa.generated.models.merchant_order_earnings import MerchantOrderEarnings
from stoa.generated.models.merchant_order_line import MerchantOrderLine
from stoa.generated.models.order_fulfillment_status import OrderFulfillmentStatus
from stoa.generated.models.order_status import OrderStatus
from stoa.model import Model


class MerchantOrder(Model):
    """A merchant's part of an order."""

    cancelled_at: Optional[datetime] = Field(default=None, description="When it was cancelled; absent unless it was.")
    earnings: Optional[MerchantOrderEarnings] = Field(default=None, description="What the merchant is paid; absent for an order that cost nothing.")
    fulfillment_status: OrderFulfillmentStatus = Field(description="Fulfillment status of the merchant's lines.")
    fulfillments: List[AdminFulfillment] = Field(description="The merchant's parcels, oldest first.")
    id: StrictStr = Field(description="Order id.")
    lines: List[MerchantOrderLine] = Field(description="The merchant's lines.")
    number: StrictInt = Field(description="Order number, unique in the tenant.")
    paid_at: datetime = Field(description="When it was paid.")
    placed_at: datetime = Field(description="When the order was placed.")
    share: AdminOrderShare = Field(description="The merchant's share of the order.")
    shipping_address: Optional[Address] = Field(default=None, description="Shipping address; absent when nothing is shipped.")
    status: OrderStatus = Field(description="Order status.")
    storefront_id: StrictStr = Field(description="Storefront of the order.")
