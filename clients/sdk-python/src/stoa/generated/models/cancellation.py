# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.cancellation_line import CancellationLine
from stoa.model import Model


class Cancellation(Model):
    """Units of an order that are cancelled."""

    created_at: datetime = Field(description="When the units were cancelled.")
    created_by: StrictStr = Field(description="Who cancelled them: the id of a staff member or secret key.")
    id: StrictStr = Field(description="Cancellation id.")
    lines: List[CancellationLine] = Field(description="Units that are cancelled.")
    reason: StrictStr = Field(description="Reason.")
    refund_id: Optional[StrictStr] = Field(default=None, description="Refund of the units, whose status the order shows; absent when nothing is refunded.")
    restocked: StrictBool = Field(description="Whether the units went back into stock.")
