# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.money import Money
from stoa.generated.models.refund_line import RefundLine
from stoa.generated.models.refund_status import RefundStatus
from stoa.model import Model


class Refund(Model):
    """A refund."""

    amount: Money = Field(description="Amount: of the lines, the shipping, and what was refunded beside them.")
    created_at: datetime = Field(description="When the refund was requested.")
    created_by: StrictStr = Field(description="Who created it: the id of a staff member, `system`, or `provider` when it was created at the payment provider.")
    failure: Optional[StrictStr] = Field(default=None, description="Why it failed; absent otherwise.")
    id: StrictStr = Field(description="Refund id.")
    left_out: StrictBool = Field(description="Whether the capture of the payment leaves it out: it is never taken from the shopper.")
    lines: List[RefundLine] = Field(description="Lines refunded.")
    order_id: StrictStr = Field(description="Order id.")
    reason: StrictStr = Field(description="Reason.")
    return_id: Optional[StrictStr] = Field(default=None, description="Return whose units are refunded; absent otherwise.")
    shipping: StrictBool = Field(description="Whether shipping is refunded.")
    status: RefundStatus = Field(description="Refund status.")
