# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.merchant_order_summary import MerchantOrderSummary
from stoa.model import Model


class MerchantOrderPage(Model):
    """A page of a list."""

    data: List[MerchantOrderSummary] = Field(description="Those of this page.")
    has_more: StrictBool = Field(description="Whether more follow.")
    next_cursor: Optional[StrictStr] = Field(default=None, description="The `cursor` that the next page is asked for with; absent on the last page.")
