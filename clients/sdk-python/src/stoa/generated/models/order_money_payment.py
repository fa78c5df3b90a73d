# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.generated.models.money import Money
from stoa.generated.models.payment_status import PaymentStatus
from stoa.model import Model


class OrderMoneyPayment(Model):
    """The payment of an order."""

    amount: Money = Field(description="Amount of the payment.")
    disputed: Money = Field(description="Amount withdrawn by disputes and not reinstated.")
    id: StrictStr = Field(description="Payment id.")
    refunded: Money = Field(description="Amount refunded or being refunded.")
    status: PaymentStatus = Field(description="Payment status.")
