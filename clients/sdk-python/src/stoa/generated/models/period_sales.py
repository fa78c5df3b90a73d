# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.generated.models.sales_figures import SalesFigures
from stoa.model import Model


class PeriodSales(Model):
    """Sales of a period."""

    currency: StrictStr = Field(description="Currency.")
    figures: SalesFigures = Field(description="Figures.")
    starts_on: StrictStr = Field(description="First day of the period; the days before `from` and after `to` are not counted.")
