# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.generated.models.bulk_problem import BulkProblem
from stoa.model import Model


class ChangedOrder(Model):
    """What became of one of many orders."""

    code: Optional[BulkProblem] = Field(default=None, description="Why it was not changed; absent when it was.")
    detail: Optional[StrictStr] = Field(default=None, description="What the problem is; absent when it was changed.")
    is_done: StrictBool = Field(description="Whether it was changed, or was so already.")
    order_id: StrictStr = Field(description="Order id.")
