# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.cancelled_line import CancelledLine
from stoa.model import Model


class CreateCancellation(Model):
    """Units of an order to cancel."""

    lines: List[CancelledLine] = Field(description="Lines to cancel units of, each line once.")
    reason: Optional[StrictStr] = Field(default='', description="Reason, kept with the cancellation and its refund; the shopper does not see it.")
    refund: Optional[StrictBool] = Field(default=True, description="Whether the units are refunded.")
    restock: Optional[StrictBool] = Field(default=True, description="Whether the units go back into stock.")
    shipping: Optional[StrictBool] = Field(default=False, description="Whether the shipping is refunded with them, all of it.")
