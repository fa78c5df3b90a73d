# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.money import Money
from stoa.generated.models.transfer_status import TransferStatus
from stoa.model import Model


class OrderMoneyTransfer(Model):
    """A transfer of a merchant's share."""

    amount: Money = Field(description="Amount.")
    id: StrictStr = Field(description="Transfer id.")
    last_error: Optional[StrictStr] = Field(default=None, description="Why it has not been sent; absent otherwise.")
    merchant_id: StrictStr = Field(description="Merchant id.")
    provider_id: Optional[StrictStr] = Field(default=None, description="Id at the payment provider; absent until it has one.")
    reversed: Money = Field(description="Amount reversed or being reversed.")
    status: TransferStatus = Field(description="Transfer status.")
