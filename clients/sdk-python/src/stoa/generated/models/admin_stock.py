# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt
from stoa.model import Model


class AdminStock(Model):
    """The stock of a variant."""

    allow_backorder: StrictBool = Field(description="Whether it may be sold beyond its stock.")
    on_hand: StrictInt = Field(description="Units in stock, reserved units included.")
    reserved: StrictInt = Field(description="Units reserved by unpaid orders.")
