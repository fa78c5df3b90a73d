# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.category_sales import CategorySales
from stoa.generated.models.sales_total import SalesTotal
from stoa.model import Model


class CategoryReport(Model):
    """Sales by category.  Two answers to the same query with the same `definition_version` and `as_of` are the same."""

    as_of: Optional[datetime] = Field(default=None, description="Time of the last change that is in the report; absent before the first.")
    definition_version: StrictInt = Field(description="Version of what the figures mean.")
    var_from: StrictStr = Field(description="First day.", alias="from")
    previous_from: StrictStr = Field(description="First day of as many days before.")
    previous_to: StrictStr = Field(description="Last day of these.")
    previous_totals: List[SalesTotal] = Field(description="What these come to, in each currency.")
    rows: List[CategorySales] = Field(description="Rows, by currency. What has no figures has no row.")
    time_zone: StrictStr = Field(description="Time zone whose midnight days begin at.")
    to: StrictStr = Field(description="Last day.")
    totals: List[SalesTotal] = Field(description="What all days come to, in each currency.")
