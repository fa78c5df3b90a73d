# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.changed_order import ChangedOrder
from stoa.model import Model


class ChangedOrderList(Model):
    """A list that comes whole."""

    data: List[ChangedOrder] = Field(description="All of them.")
