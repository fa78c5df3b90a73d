# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.sales_figures import SalesFigures
from stoa.model import Model


class MerchantSales(Model):
    """Sales and earnings of a merchant."""

    currency: StrictStr = Field(description="Currency.")
    figures: SalesFigures = Field(description="Figures.")
    merchant_id: Optional[StrictStr] = Field(default=None, description="Merchant; absent for what the platform bears.")
