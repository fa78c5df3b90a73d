# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from stoa.model import Model


class TenantMerchant(Model):
    """A merchant of a tenant."""

    commission_bps: StrictInt = Field(description="Commission of the platform in basis points: 500 is 5 %.")
    id: StrictStr = Field(description="Merchant id.")
    is_default: StrictBool = Field(description="Whether products without a merchant belong to it.")
    name: StrictStr = Field(description="Merchant name.")
    slug: StrictStr = Field(description="Slug, matched by imports.")
