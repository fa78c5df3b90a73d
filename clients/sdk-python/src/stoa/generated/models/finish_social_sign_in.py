# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.guest_cart import GuestCart
from stoa.model import Model


class FinishSocialSignIn(Model):
    """What a browser came back with."""

    browser_token: StrictStr = Field(description="Token that the browser kept.")
    code: StrictStr = Field(description="`code` of the address that the browser came back to.")
    guest_cart: Optional[GuestCart] = Field(default=None, description="Cart of the guest who signs in.")
    iss: Optional[StrictStr] = Field(default=None, description="`iss` of that address, if it has one.")
    state: StrictStr = Field(description="`state` of that address.")
