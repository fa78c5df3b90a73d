# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class ReceivedLine(Model):
    """What came of a line until now."""

    line_id: StrictStr = Field(description="Order line id.")
    received_quantity: StrictInt = Field(description="Units that came until now.")
    restocked_quantity: StrictInt = Field(description="Units that went back into stock until now.")
