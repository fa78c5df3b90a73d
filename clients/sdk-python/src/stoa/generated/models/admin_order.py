# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.address import Address
from stoa.generated.models.admin_fulfillment import AdminFulfillment
from stoa.generated.models.admin_order_line import AdminOrderLine
from stoa.generated.models.admin_order_share import AdminOrderShare
from stoa.generated.models.admin_order_tax import AdminOrderTax
from stoa.generated.models.admin_order_totals import AdminOrderTotals
from stoa.generated.models.cancellation import Cancellation
from stoa.generated.models.capture_rule import CaptureRule
from stoa.generated.models.order_dispute import OrderDispute
from stoa.generated.models.order_fulfillment_status import OrderFulfillmentStatus
from stoa.generated.models.order_money_transfer import OrderMoneyTransfer
from stoa.generated.models.order_payment_status import OrderPaymentStatus
from stoa.generated.models.order_status import OrderStatus
from stoa.generated.models.refund import Refund
from stoa.model import Model


class AdminOrder(Model):
    """An order, with its shares, transfers, refunds and disputes."""

    archived_at: Optional[datetime] = Field(default=None, description="When it was archived; absent unless it is.")
    authorized_at: Optional[datetime] = Field(default=None, description="When its payment was authorized; absent when the money was taken at once.")
    billing_address: Optional[Address] = Field(default=None, description="Billing address; absent in an order without any address.")
    cancellations: List[Cancellation] = Field(description="Cancellations of units, oldest first.")
    cancelled_at: Optional[datetime] = Field(default=None, description="When it was cancelled; absent unless it was.")
    capture: CaptureRule = Field(description="When its money is captured.")
    capture_before: Optional[datetime] = Field(default=None, description="When the authorization ends; absent unless it was authorized.")
    currency: StrictStr = Field(description="Currency of every amount.")
    disputes: List[OrderDispute] = Field(description="Disputes, oldest first.")
    email: StrictStr = Field(description="Contact e-mail of the shopper.")
    expires_at: datetime = Field(description="When its stock reservation expires unless it is paid.")
    fulfillment_status: OrderFulfillmentStatus = Field(description="Fulfillment status of the order.")
    fulfillments: List[AdminFulfillment] = Field(description="Fulfillments (parcels), oldest first.")
    id: StrictStr = Field(description="Order id.")
    lines: List[AdminOrderLine] = Field(description="Lines.")
    number: StrictInt = Field(description="Order number, unique in the tenant, as shown to shoppers and staff.")
    paid_at: Optional[datetime] = Field(default=None, description="When it was paid; absent until then.")
    payment_status: OrderPaymentStatus = Field(description="Payment status of the order.")
    placed_at: datetime = Field(description="When the order was placed.")
    refunds: List[Refund] = Field(description="Refunds, oldest first.")
    shares: List[AdminOrderShare] = Field(description="Each merchant's share; the shares sum to the total.")
    shipping_address: Optional[Address] = Field(default=None, description="Shipping address; absent when nothing is shipped.")
    shipping_name: Optional[StrictStr] = Field(default=None, description="Name of the shipping option; absent when nothing is shipped.")
    status: OrderStatus = Field(description="Order status.")
    storefront_id: StrictStr = Field(description="Storefront of the order.")
    tags: List[StrictStr] = Field(description="Tags, in alphabetical order.")
    tax: AdminOrderTax = Field(description="Tax of the order.")
    totals: AdminOrderTotals = Field(description="Totals of the order.")
    transfers: List[OrderMoneyTransfer] = Field(description="Transfers of the shares to the merchants' accounts.")
