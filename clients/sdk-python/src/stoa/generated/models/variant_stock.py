# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.location_stock import LocationStock
from stoa.model import Model


class VariantStock(Model):
    """The stock of a variant."""

    allow_backorder: StrictBool = Field(description="Whether it may be sold beyond its stock.")
    available: Optional[StrictInt] = Field(default=None, description="Units that can be sold now; absent if it may be sold beyond its stock.")
    backorder_limit: Optional[StrictInt] = Field(default=None, description="Units that may be sold beyond the stock; absent for as many as are wanted.")
    locations: List[LocationStock] = Field(description="Active locations, and others that hold stock, in the order in which units are taken from them.")
    low_stock_threshold: Optional[StrictInt] = Field(default=None, description="At this many units to sell or fewer, stock is low; absent for never.")
    on_hand: StrictInt = Field(description="Units in stock at all locations, reserved units included.")
    reserved: StrictInt = Field(description="Units reserved by unpaid orders. They are of no location until the order is paid.")
    safety_stock: StrictInt = Field(description="Units that are not sold.")
    variant_id: StrictStr = Field(description="Variant id.")
