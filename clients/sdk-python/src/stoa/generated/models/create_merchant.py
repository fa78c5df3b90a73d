# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class CreateMerchant(Model):
    """A merchant to create."""

    commission_bps: Optional[StrictInt] = Field(default=0, description="Commission of the platform in basis points: 500 is 5 %.")
    name: StrictStr = Field(description="Merchant name.")
    slug: StrictStr = Field(description="Slug, matched by imports: the vendor's name in lower case with hyphens.")
