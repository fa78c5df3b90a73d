# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class ShopperCredentials(Model):
    """Credentials of a shopper."""

    email: StrictStr = Field(description="E-mail address of the account.")
    password: StrictStr = Field(description="Password of the account.")
