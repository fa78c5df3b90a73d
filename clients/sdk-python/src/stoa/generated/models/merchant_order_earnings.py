# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List, Optional
from stoa.generated.models.money import Money
from stoa.generated.models.order_money_transfer import OrderMoneyTransfer
from stoa.model import Model


class MerchantOrderEarnings(Model):
    """What a merchant is paid for its part of an order."""

    commission: Money = Field(description="The platform's commission.")
    commission_returned: Money = Field(description="Commission that came back with it.")
    gross: Money = Field(description="The merchant's part of what the shopper paid.")
    provider_fee: Optional[Money] = Field(default=None, description="The merchant's part of the payment provider's fee; absent until it is known.")
    refunded: Money = Field(description="What the merchant gave back of its part, to the shopper or the shopper's bank.")
    transfers: List[OrderMoneyTransfer] = Field(description="Transfers to the merchant's account.")
