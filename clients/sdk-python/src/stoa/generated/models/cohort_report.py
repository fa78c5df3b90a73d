# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.cohort import Cohort
from stoa.model import Model


class CohortReport(Model):
    """Customers by the month of their first order.  Two answers to the same query with the same `definition_version` and `as_of` are the same."""

    as_of: Optional[datetime] = Field(default=None, description="Time of the last change that is in the report; absent before the first.")
    cohorts: List[Cohort] = Field(description="Cohorts, the oldest one first.")
    definition_version: StrictInt = Field(description="Version of what the figures mean.")
    var_from: StrictStr = Field(description="First day.", alias="from")
    time_zone: StrictStr = Field(description="Time zone whose midnight months begin at.")
    to: StrictStr = Field(description="Last day.")
