# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.generated.models.account import Account
from stoa.generated.models.account_cart import AccountCart
from stoa.model import Model


class ShopperSession(Model):
    """A signed-in shopper's session."""

    access_token: StrictStr = Field(description="Access token, sent as `Authorization: Bearer …`.")
    account: Account = Field(description="The signed-in account.")
    cart: Optional[AccountCart] = Field(default=None, description="The account's cart; only in the response to a sign-in that sent a `guest_cart`.")
    expires_at: datetime = Field(description="When the access token expires.")
    expires_in: StrictInt = Field(description="Lifetime of the access token in seconds.")
    refresh_expires_at: datetime = Field(description="When the refresh token expires.")
    refresh_token: StrictStr = Field(description="Refresh token, valid for one refresh.")
    token_type: StrictStr = Field(description="Token type: always `Bearer`.")
