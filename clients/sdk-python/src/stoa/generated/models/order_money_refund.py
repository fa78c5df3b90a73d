# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.generated.models.money import Money
from stoa.generated.models.refund_status import RefundStatus
from stoa.model import Model


class OrderMoneyRefund(Model):
    """A refund."""

    amount: Money = Field(description="Amount.")
    created_at: datetime = Field(description="When the refund was requested.")
    failure: Optional[StrictStr] = Field(default=None, description="Why it failed; absent otherwise.")
    id: StrictStr = Field(description="Refund id.")
    made_at_provider: StrictBool = Field(description="Whether it was created at the payment provider rather than here.")
    provider_id: Optional[StrictStr] = Field(default=None, description="Id at the payment provider; absent until it has one.")
    reason: StrictStr = Field(description="Reason.")
    status: RefundStatus = Field(description="Refund status.")
