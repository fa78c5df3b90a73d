# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class CreateVariant(Model):
    """A variant to create."""

    allow_backorder: Optional[StrictBool] = Field(default=False, description="Whether it may be sold beyond its stock.")
    barcode: Optional[StrictStr] = Field(default=None, description="Barcode (EAN, UPC, GTIN).")
    on_hand: Optional[StrictInt] = Field(default=None, description="Units in stock; absent means stock is not tracked.")
    options: Optional[List[StrictStr]] = Field(default=None, description="Value of each product option, in the order of `options`.")
    price: Optional[Money] = Field(default=None, description="Price. A variant without a price is not on sale.")
    requires_shipping: Optional[StrictBool] = Field(default=True, description="Whether it is shipped; `true` by default.")
    sku: Optional[StrictStr] = Field(default=None, description="Stock keeping unit (SKU).")
    taxable: Optional[StrictBool] = Field(default=True, description="Whether it is taxed; `true` by default.")
    weight_grams: Optional[StrictInt] = Field(default=0, description="Weight in grams; 0 by default.")
