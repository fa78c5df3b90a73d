# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.guest_cart import GuestCart
from stoa.model import Model


class ShopperCredentials(Model):
    """Credentials of a shopper."""

    email: StrictStr = Field(description="E-mail address of the account.")
    guest_cart: Optional[GuestCart] = Field(default=None, description="Cart of the guest who signs in.")
    password: StrictStr = Field(description="Password of the account.")
