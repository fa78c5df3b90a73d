# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class OrderDispute(Model):
    """A shopper's bank asks for an order's money back."""

    amount: Money = Field(description="Disputed amount.")
    created_at: datetime = Field(description="When the dispute was opened.")
    evidence_due_by: Optional[datetime] = Field(default=None, description="Deadline for evidence; absent if the payment provider gave none.")
    fee: Money = Field(description="Fee that the payment provider charged for it.")
    id: StrictStr = Field(description="Dispute id.")
    provider_id: StrictStr = Field(description="Id at the payment provider.")
    reason: StrictStr = Field(description="Reason given by the payment provider, such as `fraudulent` or `product_not_received`.")
    status: StrictStr = Field(description="Status at the payment provider: `needs_response`, `under_review`, `won` or `lost`; for an inquiry, which withdraws nothing, `warning_needs_response`, `warning_under_review` or `warning_closed`.")
