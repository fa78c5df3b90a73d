# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.generated.models.stock_display import StockDisplay
from stoa.model import Model


class StorefrontStockDisplay(Model):
    """What a storefront shows of stock."""

    display: StockDisplay = Field(description="What it shows.")
    storefront_id: StrictStr = Field(description="Storefront id.")
