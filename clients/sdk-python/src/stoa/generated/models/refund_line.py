# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.generated.models.money import Money
from stoa.model import Model


class RefundLine(Model):
    """A refunded line."""

    amount: Money = Field(description="Amount refunded for the line.")
    line_id: StrictStr = Field(description="Order line id.")
    quantity: StrictInt = Field(description="Quantity to refund.")
