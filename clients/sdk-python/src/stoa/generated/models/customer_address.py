# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from stoa.generated.models.address import Address
from stoa.model import Model


class CustomerAddress(Model):
    """An address of a customer's address book."""

    address: Address = Field(description="The address.")
    id: StrictStr = Field(description="Address id.")
    is_default_billing: StrictBool = Field(description="Whether it is the default billing address.")
    is_default_shipping: StrictBool = Field(description="Whether it is the default shipping address.")
