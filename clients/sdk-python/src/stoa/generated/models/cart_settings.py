# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from stoa.generated.models.cart_takeover_rule import CartTakeoverRule
from stoa.model import Model


class CartSettings(Model):
    """Settings of carts."""

    takeover_rule: CartTakeoverRule = Field(description="Which quantities hold when a guest signs in and the account has a cart, too. Default: `sum`.")
