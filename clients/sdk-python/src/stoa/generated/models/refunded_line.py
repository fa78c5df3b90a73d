# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class RefundedLine(Model):
    """Units of a line to refund."""

    line_id: StrictStr = Field(description="Order line id.")
    quantity: StrictInt = Field(description="Quantity to refund.")
