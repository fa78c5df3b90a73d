# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool
from typing import Optional
from stoa.generated.models.address import Address
from stoa.model import Model


class CreateAddress(Model):
    """An address to create."""

    address: Address = Field(description="The address.")
    is_default_billing: Optional[StrictBool] = Field(default=None, description="Whether it becomes the default billing address; by default if it is the first one.")
    is_default_shipping: Optional[StrictBool] = Field(default=None, description="Whether it becomes the default shipping address; by default if it is the first one.")
