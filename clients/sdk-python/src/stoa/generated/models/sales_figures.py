# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from typing import Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class SalesFigures(Model):
    """What was sold, given back and earned, in one currency. Amounts never mix currencies; each of them equals the ledger's or is of the orders that the ledger has the sum of."""

    average_order: Optional[Money] = Field(default=None, description="`gross` for each order, rounded down; absent without orders.")
    commission: Money = Field(description="The platform's commission, less what went back with refunds and disputes.")
    disputes: Money = Field(description="What shoppers' banks took for good in disputes.")
    earnings: Money = Field(description="What merchants earned: their shares less commission, fees, refunds and disputes that they bear.")
    fees: Money = Field(description="The payment provider's fees, which merchants bear.")
    gross: Money = Field(description="What shoppers paid: `net` + `shipping` + `tax`.")
    net: Money = Field(description="Goods without tax.")
    orders: StrictInt = Field(description="Orders that were paid on these days, refunded or not.")
    refunds: Money = Field(description="What was given back on these days, by the store or at the payment provider.")
    shipping: Money = Field(description="Shipping without tax.")
    take_rate_bps: Optional[StrictInt] = Field(default=None, description="`commission` in basis points of `total`, rounded down; absent when `total` is not above zero.")
    tax: Money = Field(description="Tax of goods and shipping.")
    total: Money = Field(description="What stayed: `gross` - `refunds` - `disputes`.")
    units: StrictInt = Field(description="Units of their lines.")
