# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.model import Model


class AddCustomerGroupMembers(Model):
    """Customers to add."""

    customer_ids: List[StrictStr] = Field(description="Ids of customers, 1 to 500.")
