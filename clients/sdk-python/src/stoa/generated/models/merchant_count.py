# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class MerchantCount(Model):
    """A merchant with its number of products."""

    count: StrictInt = Field(description="Number of products.")
    name: StrictStr = Field(description="Merchant name.")
    slug: StrictStr = Field(description="Slug: the value of the `merchant` filter.")
