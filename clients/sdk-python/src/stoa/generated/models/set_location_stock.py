# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from typing import Optional
from stoa.model import Model


class SetLocationStock(Model):
    """What was counted at a location."""

    expected_on_hand: Optional[StrictInt] = Field(default=None, description="Units that were there when the count began; absent to set it whatever is there.")
    on_hand: StrictInt = Field(description="Units there, 0 to 1,000,000,000.")
