# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class SetCustomerGroupPrice(Model):
    """A price to set."""

    amount: Optional[StrictInt] = Field(default=None, description="Price of one unit in minor units; absent to remove the group's own price.")
    currency: StrictStr = Field(description="Currency (ISO 4217), such as `EUR`.")
    variant_id: StrictStr = Field(description="Variant id.")
