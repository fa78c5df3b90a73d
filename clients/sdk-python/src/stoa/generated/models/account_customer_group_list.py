# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.account_customer_group import AccountCustomerGroup
from stoa.model import Model


class AccountCustomerGroupList(Model):
    """A list that comes whole."""

    data: List[AccountCustomerGroup] = Field(description="All of them.")
