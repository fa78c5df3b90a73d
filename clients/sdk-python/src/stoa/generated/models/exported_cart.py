# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.address import Address
from stoa.generated.models.exported_cart_line import ExportedCartLine
from stoa.model import Model


class ExportedCart(Model):
    """A cart of the account, as it is kept."""

    billing_address: Optional[Address] = Field(default=None, description="Billing address; absent when it is the shipping address.")
    currency: StrictStr = Field(description="Currency.")
    email: Optional[StrictStr] = Field(default=None, description="Contact e-mail; absent until it is set.")
    id: StrictStr = Field(description="Cart id.")
    lines: List[ExportedCartLine] = Field(description="Lines, in the order in which they were added.")
    shipping_address: Optional[Address] = Field(default=None, description="Shipping address; absent until it is set.")
    storefront_id: StrictStr = Field(description="Storefront that it is on.")
    updated_at: datetime = Field(description="When it was last changed.")
