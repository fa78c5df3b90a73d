# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class LedgerBalance(Model):
    """The balance of a ledger account."""

    account: StrictStr = Field(description="Account: `stripe_clearing` (held by the provider), `merchant_payable` (owed to a merchant), `merchant_receivable` (owed by a merchant), `platform_fee_revenue`, `customer_refund_payable` or `unapplied_cash`.")
    balance: Money = Field(description="Balance: debits are positive, credits negative.")
    var_class: StrictStr = Field(description="Class: `asset`, `liability`, `revenue` or `expense`.", alias="class")
    merchant_id: Optional[StrictStr] = Field(default=None, description="Merchant of the account; absent for accounts of the platform.")
