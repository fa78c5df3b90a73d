# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class OrderAccess(Model):
    """What shows an order."""

    order_id: StrictStr = Field(description="Order id.")
    token: StrictStr = Field(description="Token of the order, as good as the one that came with it.")
