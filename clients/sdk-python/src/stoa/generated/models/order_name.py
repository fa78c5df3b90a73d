# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class OrderName(Model):
    """An order as its shopper knows it."""

    email: StrictStr = Field(description="E-mail address that the order was placed with.")
    number: StrictInt = Field(description="Order number.")
