# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import Optional
from stoa.generated.models.guest_cart import GuestCart
from stoa.model import Model


class OpenAccountCart(Model):
    """A guest's cart to take over, if there is one."""

    guest_cart: Optional[GuestCart] = Field(default=None, description="Cart to take over.")
