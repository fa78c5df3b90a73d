# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class OrderMoneyShare(Model):
    """A merchant's share of a payment."""

    commission: Money = Field(description="Commission of the platform.")
    commission_returned: Money = Field(description="Commission returned with it.")
    dispute_fee: Money = Field(description="Share of dispute fees.")
    gross: Money = Field(description="Gross share: goods, shipping and tax.")
    left: Money = Field(description="Net amount that the merchant keeps.")
    merchant_id: StrictStr = Field(description="Merchant id.")
    netted: Money = Field(description="Withheld to settle what the merchant owed.")
    provider_fee: Optional[Money] = Field(default=None, description="Share of the payment provider's fee; absent until the fee is known.")
    refunded: Money = Field(description="Returned by the merchant for refunds and disputes.")
    reversed: Money = Field(description="Reversed from the merchant's account.")
    transferred: Money = Field(description="Transferred to the merchant's account.")
