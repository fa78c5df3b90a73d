# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.model import Model


class ProductVisibility(Model):
    """Which customer groups see a product."""

    customer_group_ids: List[StrictStr] = Field(description="Ids of customer groups, at most 100; empty if every shopper sees it.")
