# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.customer_group import CustomerGroup
from stoa.model import Model


class CustomerGroupList(Model):
    """A list that comes whole."""

    data: List[CustomerGroup] = Field(description="All of them.")
