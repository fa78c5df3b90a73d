# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class AdminPrice(Model):
    """A price in one currency."""

    compare_at: Optional[Money] = Field(default=None, description="Compare-at price; absent without one.")
    price: Money = Field(description="Price.")
