# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.set_customer_group_price import SetCustomerGroupPrice
from stoa.model import Model


class SetCustomerGroupPrices(Model):
    """Prices to set."""

    prices: List[SetCustomerGroupPrice] = Field(description="Prices, 1 to 500; each variant once in a currency.")
