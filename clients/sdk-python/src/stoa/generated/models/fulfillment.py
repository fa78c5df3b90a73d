# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.fulfillment_line import FulfillmentLine
from stoa.generated.models.fulfillment_status import FulfillmentStatus
from stoa.model import Model


class Fulfillment(Model):
    """A parcel of an order."""

    carrier: Optional[StrictStr] = Field(default=None, description="Carrier; absent if unknown.")
    delivered_at: Optional[datetime] = Field(default=None, description="When it was delivered; absent until then.")
    id: StrictStr = Field(description="Fulfillment id.")
    lines: List[FulfillmentLine] = Field(description="Units in the parcel.")
    shipped_at: datetime = Field(description="When it was shipped.")
    status: FulfillmentStatus = Field(description="Fulfillment status.")
    tracking_number: Optional[StrictStr] = Field(default=None, description="Tracking number; absent if unknown.")
    tracking_url: Optional[StrictStr] = Field(default=None, description="Tracking URL, https; absent if unknown.")
