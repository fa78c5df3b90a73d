# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.admin_order_summary import AdminOrderSummary
from stoa.model import Model


class CountedOrderPage(Model):
    """A page of the tenant's orders."""

    count: Optional[StrictInt] = Field(default=None, description="How many orders the whole list has; `10000` stands for 10,000 or more. Absent unless `with_count` asks for it.")
    data: List[AdminOrderSummary] = Field(description="Those of this page.")
    has_more: StrictBool = Field(description="Whether more follow.")
    next_cursor: Optional[StrictStr] = Field(default=None, description="The `cursor` that the next page is asked for with; absent on the last page.")
