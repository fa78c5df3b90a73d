# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.order_return import OrderReturn
from stoa.model import Model


class OrderReturnList(Model):
    """A list that comes whole."""

    data: List[OrderReturn] = Field(description="All of them.")
