# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class OrderReturnLine(Model):
    """Units of a line in a return."""

    line_id: StrictStr = Field(description="Order line id.")
    quantity: StrictInt = Field(description="Units that come back.")
    received_quantity: StrictInt = Field(description="Units that came.")
