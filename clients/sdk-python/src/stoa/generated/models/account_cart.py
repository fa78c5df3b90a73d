# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.cart_takeover import CartTakeover
from stoa.model import Model


class AccountCart(Model):
    """The cart of an account."""

    id: StrictStr = Field(description="Cart id.")
    takeover: Optional[CartTakeover] = Field(default=None, description="What became of the guest's cart; absent if none was sent.")
    token: StrictStr = Field(description="Access token of the cart for this session, sent as the header `Cart-Token`.")
