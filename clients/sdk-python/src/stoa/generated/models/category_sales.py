# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.sales_figures import SalesFigures
from stoa.model import Model


class CategorySales(Model):
    """Sales of a category."""

    category_id: Optional[StrictStr] = Field(default=None, description="Category; absent for what is of none: shipping, refunds that name no units, disputes, commission, fees, earnings, and products without a category.")
    currency: StrictStr = Field(description="Currency.")
    figures: SalesFigures = Field(description="Figures.")
