# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from stoa.model import Model


class CustomerGroupMember(Model):
    """A customer in a group."""

    added_at: datetime = Field(description="When the customer was added.")
    customer_id: StrictStr = Field(description="Customer id.")
    email: StrictStr = Field(description="E-mail address to sign in with.")
