# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from stoa.model import Model


class StockAdjusted(Model):
    """Response of adjust."""

    adjusted: StrictInt = Field(description="Number of rows that were applied.")
