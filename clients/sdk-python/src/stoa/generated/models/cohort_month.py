# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from typing import List, Optional
from stoa.generated.models.cohort_sales import CohortSales
from stoa.model import Model


class CohortMonth(Model):
    """A month of a cohort."""

    customers: StrictInt = Field(description="Customers of the cohort who ordered in the month.")
    month: StrictInt = Field(description="Months since the month of the first order: 0 is that month.")
    orders: StrictInt = Field(description="Their orders in the month.")
    retention_bps: Optional[StrictInt] = Field(default=None, description="`customers` in basis points of the cohort's, rounded down.")
    sales: List[CohortSales] = Field(description="The orders by currency.")
