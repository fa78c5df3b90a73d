# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class AccountCustomerGroup(Model):
    """A customer group that the account is in."""

    name: StrictStr = Field(description="Name.")
