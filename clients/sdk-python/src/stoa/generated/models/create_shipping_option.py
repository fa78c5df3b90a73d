# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.create_shipping_rate import CreateShippingRate
from stoa.model import Model


class CreateShippingOption(Model):
    """A shipping option."""

    countries: Optional[List[StrictStr]] = Field(default=None, description="Countries it ships to (ISO 3166-1 alpha-2); everywhere by default.")
    name: StrictStr = Field(description="Name shown to shoppers.")
    rate: CreateShippingRate = Field(description="What it costs, in the storefront's currency.")
