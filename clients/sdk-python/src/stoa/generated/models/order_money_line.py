# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.generated.models.money import Money
from stoa.model import Model


class OrderMoneyLine(Model):
    """A line of the order."""

    line_id: StrictStr = Field(description="Order line id.")
    merchant_id: StrictStr = Field(description="Merchant of the line.")
    net: Money = Field(description="Line total without tax.")
    quantity: StrictInt = Field(description="Quantity.")
    tax: Money = Field(description="Tax of the line.")
    title: StrictStr = Field(description="Product title.")
