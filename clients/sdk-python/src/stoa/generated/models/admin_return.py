# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.admin_return_line import AdminReturnLine
from stoa.generated.models.return_reason import ReturnReason
from stoa.generated.models.return_status import ReturnStatus
from stoa.model import Model


class AdminReturn(Model):
    """A return of units of an order."""

    closed_at: Optional[datetime] = Field(default=None, description="When it was rejected, cancelled or received.")
    created_at: datetime = Field(description="When it was asked for.")
    decided_at: Optional[datetime] = Field(default=None, description="When it was approved or rejected.")
    id: StrictStr = Field(description="Return id.")
    lines: List[AdminReturnLine] = Field(description="Units that come back.")
    message: Optional[StrictStr] = Field(default=None, description="Message of the store to the shopper.")
    note: Optional[StrictStr] = Field(default=None, description="Note of whoever asked for it.")
    order_id: StrictStr = Field(description="Order of the units.")
    reason: ReturnReason = Field(description="Why the units come back.")
    requested_by: StrictStr = Field(description="Who asked for it: `shopper`, or the id of a staff member or secret key.")
    status: ReturnStatus = Field(description="Status of the return.")
