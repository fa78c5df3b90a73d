# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.create_tracking import CreateTracking
from stoa.generated.models.fulfilled_line import FulfilledLine
from stoa.model import Model


class CreateFulfillment(Model):
    """A fulfillment to create."""

    lines: Optional[List[FulfilledLine]] = Field(default=None, description="Lines to ship, each line once, all of one merchant. Without lines, every unit left of the merchant.")
    merchant_id: Optional[StrictStr] = Field(default=None, description="Merchant whose units are shipped. Required without `lines` if several merchants have units left; with `lines`, all must be of this merchant.")
    tracking: Optional[CreateTracking] = Field(default=None, description="Tracking of the parcel.")
