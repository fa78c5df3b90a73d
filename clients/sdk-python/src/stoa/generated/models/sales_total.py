# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.generated.models.sales_figures import SalesFigures
from stoa.model import Model


class SalesTotal(Model):
    """Sales of all days of a report."""

    currency: StrictStr = Field(description="Currency.")
    figures: SalesFigures = Field(description="Figures.")
