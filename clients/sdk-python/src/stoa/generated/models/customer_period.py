# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class CustomerPeriod(Model):
    """Customers of a period."""

    customers: StrictInt = Field(description="Customers with an order that was paid in the period; each counts once.")
    new_customers: StrictInt = Field(description="Of these, customers whose first paid order is in the period.")
    orders: StrictInt = Field(description="Orders that were paid in the period.")
    orders_per_customer_bps: Optional[StrictInt] = Field(default=None, description="`orders` for each customer in basis points, rounded down: 15000 is one and a half.")
    repeat_rate_bps: Optional[StrictInt] = Field(default=None, description="`returning_customers` in basis points of `customers`, rounded down.")
    returning_customers: StrictInt = Field(description="Of these, customers who had ordered before the period: `customers` - `new_customers`.")
    starts_on: StrictStr = Field(description="First day of the period.")
