# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.admin_price import AdminPrice
from stoa.generated.models.admin_stock import AdminStock
from stoa.model import Model


class AdminVariant(Model):
    """A variant of a product."""

    archived: StrictBool = Field(description="Whether the variant is archived.")
    barcode: Optional[StrictStr] = Field(default=None, description="Barcode (EAN, UPC, GTIN).")
    id: StrictStr = Field(description="Variant id.")
    image_id: Optional[StrictStr] = Field(default=None, description="Image of the variant; absent without one.")
    options: List[StrictStr] = Field(description="Value of each product option, in the order of `options`.")
    prices: List[AdminPrice] = Field(description="Prices, one per currency.")
    requires_shipping: StrictBool = Field(description="Whether it is shipped.")
    sku: Optional[StrictStr] = Field(default=None, description="Stock keeping unit (SKU); need not be unique.")
    stock: Optional[AdminStock] = Field(default=None, description="Stock; absent if it is not tracked.")
    taxable: StrictBool = Field(description="Whether it is taxed.")
    title: StrictStr = Field(description="Variant title, such as `Blue / M`; empty for a product with one variant.")
    weight_grams: StrictInt = Field(description="Weight in grams; 0 if unknown.")
