# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.funnel_refusal import FunnelRefusal
from stoa.model import Model


class FunnelReport(Model):
    """The funnel of some days.  Two answers to the same query with the same `definition_version` and `revision` are the same."""

    cart_rate_bps: Optional[StrictInt] = Field(default=None, description="`carts` in basis points of `visits`, rounded down; absent without visits.")
    carts: StrictInt = Field(description="Carts that got their first goods. One that is emptied and filled again counts again.")
    checkout_rate_bps: Optional[StrictInt] = Field(default=None, description="`orders_placed` in basis points of `carts`, rounded down; absent without carts.")
    checkout_visits: StrictInt = Field(description="Visits in which the checkout was shown, estimated like `visits`.")
    conversion_rate_bps: Optional[StrictInt] = Field(default=None, description="`orders_paid` in basis points of `visits`, rounded down; absent without visits.")
    definition_version: StrictInt = Field(description="Version of what the figures mean.")
    var_from: StrictStr = Field(description="First day.", alias="from")
    orders_paid: StrictInt = Field(description="Orders that were paid.")
    orders_placed: StrictInt = Field(description="Orders that were placed, paid or not.")
    paid_rate_bps: Optional[StrictInt] = Field(default=None, description="`orders_paid` in basis points of `orders_placed`, rounded down; absent without orders.")
    product_views: StrictInt = Field(description="Events that a product was shown.")
    refusals: List[FunnelRefusal] = Field(description="Why checkout refused, the most frequent reason first.")
    revision: StrictInt = Field(description="Moves up with every change of a figure.")
    to: StrictStr = Field(description="Last day.")
    visits: StrictInt = Field(description="Visits in which a product was shown; a visit of two days counts on both. Estimated, within 1 % up to 300,000 a day.")
