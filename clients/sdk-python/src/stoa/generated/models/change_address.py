# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool
from typing import Optional
from stoa.generated.models.address import Address
from stoa.model import Model


class ChangeAddress(Model):
    """Fields to change."""

    address: Optional[Address] = Field(default=None, description="The whole address.")
    is_default_billing: Optional[StrictBool] = Field(default=None, description="Whether it is the default billing address.")
    is_default_shipping: Optional[StrictBool] = Field(default=None, description="Whether it is the default shipping address.")
