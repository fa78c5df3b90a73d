# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.sales_figures import SalesFigures
from stoa.model import Model


class CountrySales(Model):
    """Sales to a country."""

    country: Optional[StrictStr] = Field(default=None, description="Country of the shipping address, as ISO 3166-1 writes it; absent when nothing was shipped.")
    currency: StrictStr = Field(description="Currency.")
    figures: SalesFigures = Field(description="Figures.")
