# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.payment_provider import PaymentProvider
from stoa.generated.models.payment_status import PaymentStatus
from stoa.model import Model


class CheckoutPayment(Model):
    """A payment to confirm."""

    account: Optional[StrictStr] = Field(default=None, description="Connected account of the payment; absent when it is the platform's own.")
    client_secret: Optional[StrictStr] = Field(default=None, description="Client secret with which the browser or app confirms the payment; absent once it needs no confirmation.")
    provider: PaymentProvider = Field(description="Payment provider.")
    publishable_key: StrictStr = Field(description="Publishable key of the payment provider.")
    status: PaymentStatus = Field(description="Payment status.")
