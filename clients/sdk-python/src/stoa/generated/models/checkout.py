# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import Optional
from stoa.generated.models.checkout_order import CheckoutOrder
from stoa.generated.models.checkout_payment import CheckoutPayment
from stoa.model import Model


class Checkout(Model):
    """A placed order and its payment."""

    order: CheckoutOrder = Field(description="The placed order.")
    payment: Optional[CheckoutPayment] = Field(default=None, description="Payment to confirm; absent when the total is zero.")
