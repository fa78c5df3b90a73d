# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.admin_fulfillment_line import AdminFulfillmentLine
from stoa.generated.models.fulfillment_status import FulfillmentStatus
from stoa.model import Model


class AdminFulfillment(Model):
    """A parcel of an order."""

    cancelled_at: Optional[datetime] = Field(default=None, description="When it was cancelled; absent unless it was.")
    carrier: Optional[StrictStr] = Field(default=None, description="Carrier; absent if none was given.")
    created_at: datetime = Field(description="When it was shipped.")
    created_by: StrictStr = Field(description="Who shipped it: the id of a staff member or of an API key.")
    delivered_at: Optional[datetime] = Field(default=None, description="When it was delivered; absent until then.")
    id: StrictStr = Field(description="Fulfillment id.")
    lines: List[AdminFulfillmentLine] = Field(description="Units in the parcel.")
    merchant_id: StrictStr = Field(description="Merchant who ships it.")
    order_id: StrictStr = Field(description="Order id.")
    status: FulfillmentStatus = Field(description="Fulfillment status.")
    tracking_number: Optional[StrictStr] = Field(default=None, description="Tracking number; absent if none was given.")
    tracking_url: Optional[StrictStr] = Field(default=None, description="Tracking URL; absent if none was given and the carrier is not a well-known one.")
