# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.generated.models.money import Money
from stoa.model import Model


class RefundPreviewMerchant(Model):
    """A merchant's part of a refund. `amount` is the sum of `held`, `commission_returned`, `withheld`, `reversed` and `debt`."""

    amount: Money = Field(description="Amount that the shopper gets of the merchant's share.")
    balance: Money = Field(description="What the merchant is owed afterwards, less what it owes, over all its orders in this currency.")
    commission_returned: Money = Field(description="Commission that the platform gives back.")
    debt: Money = Field(description="Owed by the merchant from then on, and withheld from its next shares.")
    held: Money = Field(description="Taken from an earlier refund that did not reach the shopper.")
    merchant_id: StrictStr = Field(description="Merchant id.")
    reversed: Money = Field(description="Reversed from the merchant's account.")
    withheld: Money = Field(description="Withheld from a share that is not transferred yet.")
