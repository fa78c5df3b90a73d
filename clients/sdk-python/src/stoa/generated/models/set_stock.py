# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt
from typing import Optional
from stoa.model import Model


class SetStock(Model):
    """A stock count."""

    allow_backorder: Optional[StrictBool] = Field(default=False, description="Whether it may be sold beyond its stock.")
    on_hand: Optional[StrictInt] = Field(default=None, description="Units in stock; absent ends tracking.")
