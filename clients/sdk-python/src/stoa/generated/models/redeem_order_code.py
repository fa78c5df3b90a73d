# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class RedeemOrderCode(Model):
    """A code from an e-mail."""

    code: StrictStr = Field(description="Code of the e-mail; spaces do not matter.")
    email: StrictStr = Field(description="E-mail address that the order was placed with.")
    number: StrictInt = Field(description="Order number.")
