# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import List
from stoa.generated.models.cohort_month import CohortMonth
from stoa.model import Model


class Cohort(Model):
    """Customers whose first paid order is of one month."""

    customers: StrictInt = Field(description="Customers of the cohort.")
    months: List[CohortMonth] = Field(description="Months in which some of them ordered.")
    starts_on: StrictStr = Field(description="First day of the month.")
