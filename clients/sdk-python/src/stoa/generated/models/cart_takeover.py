# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.cart_left_out import CartLeftOut
from stoa.generated.models.cart_takeover_outcome import CartTakeoverOutcome
from stoa.generated.models.cart_takeover_rule import CartTakeoverRule
from stoa.model import Model


class CartTakeover(Model):
    """What became of a guest's cart."""

    left_out: List[CartLeftOut] = Field(description="Units that are not in the account's cart, with the reason; a line may be named twice.")
    outcome: CartTakeoverOutcome = Field(description="What became of it.")
    rule: CartTakeoverRule = Field(description="The store's rule.")
