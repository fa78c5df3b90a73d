# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from typing import Optional
from stoa.model import Model


class UpdateVariantStock(Model):
    """How a variant is sold."""

    backorder_limit: Optional[StrictInt] = Field(default=None, description="Units that may be sold beyond the stock, 0 to 1,000,000,000, while the variant may be sold beyond it; `null` for as many as are wanted.")
    low_stock_threshold: Optional[StrictInt] = Field(default=None, description="At this many units to sell or fewer, stock is low: staff are told, and storefronts may show it. `null` for never.")
    safety_stock: Optional[StrictInt] = Field(default=None, description="Units that are not sold, 0 to 1,000,000,000: for what is broken, miscounted or sold elsewhere meanwhile. They count while the variant may not be sold beyond its stock.")
