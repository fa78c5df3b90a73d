# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from typing import List, Optional
from stoa.generated.models.allocation_rule import AllocationRule
from stoa.generated.models.storefront_stock_display import StorefrontStockDisplay
from stoa.model import Model


class StockSettings(Model):
    """What the tenant wants of its stock."""

    allocation: AllocationRule = Field(description="From which location units of a paid order are taken.")
    reservation_minutes: Optional[StrictInt] = Field(default=None, description="Minutes that an unpaid order reserves stock and waits for its payment, 5 to 1,440; without it, what the platform has: 30.")
    storefronts: List[StorefrontStockDisplay] = Field(description="What storefronts show of stock.")
