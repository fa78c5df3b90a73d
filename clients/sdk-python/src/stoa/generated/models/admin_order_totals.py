# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from stoa.generated.models.money import Money
from stoa.model import Model


class AdminOrderTotals(Model):
    """Totals of an order."""

    items: Money = Field(description="Sum of the lines, with or without tax as prices are shown.")
    refunded: Money = Field(description="Amount refunded so far.")
    shipping: Money = Field(description="Shipping, with or without tax as prices are shown.")
    tax: Money = Field(description="Tax: included in `items` and `shipping` when prices include tax, else added to them.")
    total: Money = Field(description="Order total.")
