# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.model import Model


class UpdateCustomer(Model):
    """What to change of a customer."""

    first_name: Optional[StrictStr] = Field(default=None, description="First name.")
    is_blocked: Optional[StrictBool] = Field(default=None, description="Whether the customer is blocked.")
    last_name: Optional[StrictStr] = Field(default=None, description="Last name; empty to have none.")
    note: Optional[StrictStr] = Field(default=None, description="Note of the store's staff, which the customer does not see.")
