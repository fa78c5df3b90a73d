# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.customer_period import CustomerPeriod
from stoa.generated.models.report_interval import ReportInterval
from stoa.model import Model


class CustomerReport(Model):
    """Customers by period.  Two answers to the same query with the same `definition_version` and `as_of` are the same."""

    as_of: Optional[datetime] = Field(default=None, description="Time of the last change that is in the report; absent before the first.")
    definition_version: StrictInt = Field(description="Version of what the figures mean.")
    var_from: StrictStr = Field(description="First day.", alias="from")
    interval: ReportInterval = Field(description="Length of the periods.")
    rows: List[CustomerPeriod] = Field(description="Periods in which there were orders. They do not add up to longer ones: a customer counts once in each.")
    time_zone: StrictStr = Field(description="Time zone whose midnight days begin at.")
    to: StrictStr = Field(description="Last day.")
