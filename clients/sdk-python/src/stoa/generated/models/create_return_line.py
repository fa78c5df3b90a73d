# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class CreateReturnLine(Model):
    """Units of a line that come back."""

    line_id: StrictStr = Field(description="Order line id.")
    quantity: StrictInt = Field(description="Quantity that comes back.")
