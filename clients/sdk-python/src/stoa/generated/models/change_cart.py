# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.address import Address
from stoa.model import Model


class ChangeCart(Model):
    """Fields to change."""

    billing_address: Optional[Address] = Field(default=None, description="Billing address; `null` clears it, and the shipping address is billed.")
    billing_address_id: Optional[StrictStr] = Field(default=None, description="Billing address from the signed-in shopper's address book, in place of `billing_address`.")
    email: Optional[StrictStr] = Field(default=None, description="Contact e-mail; `null` clears it.")
    shipping_address: Optional[Address] = Field(default=None, description="Shipping address; `null` clears it.")
    shipping_address_id: Optional[StrictStr] = Field(default=None, description="Shipping address from the signed-in shopper's address book, in place of `shipping_address`.")
    shipping_option_id: Optional[StrictStr] = Field(default=None, description="One of the cart's shipping options; `null` clears it.")
