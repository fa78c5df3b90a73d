# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.orders_action import OrdersAction
from stoa.model import Model


class ChangeOrders(Model):
    """What to do to many orders."""

    action: OrdersAction = Field(description="What to do.")
    order_ids: List[StrictStr] = Field(description="Orders, each once.")
    tags: Optional[List[StrictStr]] = Field(default=None, description="Tags to add or remove; with `tag` and `untag` alone.")
