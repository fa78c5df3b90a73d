# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class SetPrice(Model):
    """A price to set."""

    compare_at: Optional[Money] = Field(default=None, description="Compare-at price, in the same currency.")
    price: Money = Field(description="Price of the variant.")
