# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.sales_figures import SalesFigures
from stoa.model import Model


class ProductSales(Model):
    """Sales of a product."""

    currency: StrictStr = Field(description="Currency.")
    figures: SalesFigures = Field(description="Figures.")
    product_id: Optional[StrictStr] = Field(default=None, description="Product; absent for what is of none: shipping, refunds that name no units, disputes, commission, fees and earnings.")
