# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.shipping_option import ShippingOption
from stoa.model import Model


class ShippingOptionList(Model):
    """A list that comes whole."""

    data: List[ShippingOption] = Field(description="All of them.")
