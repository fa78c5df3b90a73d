# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.generated.models.stock_movement_cause import StockMovementCause
from stoa.model import Model


class StockMovement(Model):
    """A movement of stock."""

    actor: StrictStr = Field(description="Who did it: `system`, or the id of a staff member, secret key or operator.")
    cause: StockMovementCause = Field(description="Why it moved.")
    id: StrictStr = Field(description="Movement id.")
    location_id: StrictStr = Field(description="Location id.")
    occurred_at: datetime = Field(description="When it moved.")
    order_id: Optional[StrictStr] = Field(default=None, description="Id of the order; absent unless it is of one.")
    quantity: StrictInt = Field(description="Units that came; negative, that went.")
    reason: Optional[StrictStr] = Field(default=None, description="Reason that staff gave; absent without one.")
