# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class LedgerPosting(Model):
    """A posting."""

    account: StrictStr = Field(description="Ledger account.")
    amount: Money = Field(description="Above zero a debit, below a credit.")
    merchant_id: Optional[StrictStr] = Field(default=None, description="Merchant of the account; absent for accounts of the platform.")
