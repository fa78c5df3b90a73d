# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.merchant_account_status import MerchantAccountStatus
from stoa.model import Model


class MerchantAccount(Model):
    """A merchant's account at the payment provider."""

    id: Optional[StrictStr] = Field(default=None, description="Id at the payment provider; absent until it has one.")
    status: MerchantAccountStatus = Field(description="Account status.")
