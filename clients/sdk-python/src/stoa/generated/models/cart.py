# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.address import Address
from stoa.generated.models.cart_line import CartLine
from stoa.generated.models.cart_status import CartStatus
from stoa.generated.models.requirement import Requirement
from stoa.generated.models.totals import Totals
from stoa.model import Model


class Cart(Model):
    """A cart."""

    billing_address: Optional[Address] = Field(default=None, description="Billing address; absent when it is the shipping address.")
    currency: StrictStr = Field(description="Currency of every amount.")
    email: Optional[StrictStr] = Field(default=None, description="Contact e-mail; absent until it is set.")
    id: StrictStr = Field(description="Cart id.")
    lines: List[CartLine] = Field(description="Lines, in the order in which they were added.")
    requirements: List[Requirement] = Field(description="What is missing before checkout; checkout rejects the cart with the same list.")
    shipping_address: Optional[Address] = Field(default=None, description="Shipping address; absent until it is set.")
    shipping_option_id: Optional[StrictStr] = Field(default=None, description="Id of the chosen shipping option; absent until one is chosen.")
    status: CartStatus = Field(description="Cart status.")
    tax_included: StrictBool = Field(description="Whether prices include tax.")
    token: Optional[StrictStr] = Field(default=None, description="Access token of the cart, sent as the header `Cart-Token`. Returned once, when the cart is created.")
    totals: Totals = Field(description="Totals, recalculated on every read.")
