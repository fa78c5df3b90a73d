# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.stock_allocation import StockAllocation
from stoa.model import Model


class StockAllocationList(Model):
    """A list that comes whole."""

    data: List[StockAllocation] = Field(description="All of them.")
