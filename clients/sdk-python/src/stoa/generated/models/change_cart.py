# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.address import Address
from stoa.model import Model


class ChangeCart(Model):
    """Fields to change."""

    email: Optional[StrictStr] = Field(default=None, description="Contact e-mail; `null` clears it.")
    shipping_address: Optional[Address] = Field(default=None, description="Shipping address; `null` clears it.")
    shipping_option_id: Optional[StrictStr] = Field(default=None, description="One of the cart's shipping options; `null` clears it.")
