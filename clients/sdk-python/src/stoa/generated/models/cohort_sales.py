# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.generated.models.money import Money
from stoa.model import Model


class CohortSales(Model):
    """Orders of a cohort in a month, in one currency."""

    currency: StrictStr = Field(description="Currency.")
    gross: Money = Field(description="What was paid for them, refunded or not.")
    orders: StrictInt = Field(description="Orders in this currency.")
