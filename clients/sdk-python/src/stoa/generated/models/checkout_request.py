# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import Optional
from stoa.generated.models.money import Money
from stoa.generated.models.payment_provider import PaymentProvider
from stoa.model import Model


class CheckoutRequest(Model):
    """A checkout request."""

    expected_total: Money = Field(description="Total that the shopper was shown and agrees to pay.")
    payment_provider: Optional[PaymentProvider] = Field(default=None, description="Payment provider. Required unless the total is zero.")
