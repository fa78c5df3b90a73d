# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.order_return_line import OrderReturnLine
from stoa.generated.models.return_reason import ReturnReason
from stoa.generated.models.return_status import ReturnStatus
from stoa.model import Model


class OrderReturn(Model):
    """A return of units of an order."""

    closed_at: Optional[datetime] = Field(default=None, description="When it was rejected, cancelled or received.")
    created_at: datetime = Field(description="When it was asked for.")
    decided_at: Optional[datetime] = Field(default=None, description="When it was approved or rejected.")
    id: StrictStr = Field(description="Return id.")
    lines: List[OrderReturnLine] = Field(description="Units that come back.")
    message: Optional[StrictStr] = Field(default=None, description="Message of the store: where to send the units, or why they are not taken back.")
    note: Optional[StrictStr] = Field(default=None, description="Note of whoever asked for it.")
    reason: ReturnReason = Field(description="Why the units come back.")
    status: ReturnStatus = Field(description="Status of the return.")
