# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.ledger_transaction import LedgerTransaction
from stoa.generated.models.money import Money
from stoa.generated.models.order_dispute import OrderDispute
from stoa.generated.models.order_money_line import OrderMoneyLine
from stoa.generated.models.order_money_payment import OrderMoneyPayment
from stoa.generated.models.order_money_refund import OrderMoneyRefund
from stoa.generated.models.order_money_share import OrderMoneyShare
from stoa.generated.models.order_money_transfer import OrderMoneyTransfer
from stoa.model import Model


class OrderMoney(Model):
    """The money of an order: payment, shares, transfers, refunds, disputes and ledger."""

    currency: StrictStr = Field(description="Currency of every amount.")
    disputes: List[OrderDispute] = Field(description="Disputes.")
    lines: List[OrderMoneyLine] = Field(description="Lines.")
    number: StrictInt = Field(description="Order number, unique in the tenant, as shown to shoppers and staff.")
    order_id: StrictStr = Field(description="Order id.")
    payment: Optional[OrderMoneyPayment] = Field(default=None, description="Payment; absent until one was opened.")
    refunds: List[OrderMoneyRefund] = Field(description="Refunds.")
    shares: List[OrderMoneyShare] = Field(description="Each merchant's share of the payment.")
    shipping: Money = Field(description="Shipping, with or without tax as prices are shown.")
    sum: Money = Field(description="Sum of all postings: always zero.")
    tax: Money = Field(description="Tax of the order.")
    total: Money = Field(description="Order total.")
    transactions: List[LedgerTransaction] = Field(description="Ledger transactions, oldest first.")
    transfers: List[OrderMoneyTransfer] = Field(description="Transfers to merchants.")
