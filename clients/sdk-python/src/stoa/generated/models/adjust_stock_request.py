# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.generated.models.stock_adjustment import StockAdjustment
from stoa.model import Model


class AdjustStockRequest(Model):
    """Units to add and remove."""

    adjustments: List[StockAdjustment] = Field(description="What to add and remove, 1 to 10,000 rows.")
    reason: StrictStr = Field(description="Reason, 1 to 200 characters, such as `Damaged in transit`.")
