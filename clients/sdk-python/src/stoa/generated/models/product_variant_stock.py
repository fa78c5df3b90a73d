# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from typing import Optional
from stoa.generated.models.stock_level import StockLevel
from stoa.model import Model


class ProductVariantStock(Model):
    """What a storefront shows of a variant's stock."""

    level: StockLevel = Field(description="Stock in words.")
    quantity: Optional[StrictInt] = Field(default=None, description="Units that can be bought now; absent if the storefront does not show them, or there is no limit.")
