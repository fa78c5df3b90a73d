# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class GuestCart(Model):
    """The cart that a guest had."""

    id: StrictStr = Field(description="Cart id.")
    token: StrictStr = Field(description="The cart's access token.")
