# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.product_status import ProductStatus
from stoa.model import Model


class ChangeProduct(Model):
    """Fields to change; absent fields do not change."""

    description: Optional[StrictStr] = Field(default=None, description="Description as HTML; scripts, styles and forms are removed.")
    final_sale: Optional[StrictBool] = Field(default=None, description="Whether shoppers cannot return it. Holds for orders placed from then on.")
    product_type: Optional[StrictStr] = Field(default=None, description="Product type.")
    seo_description: Optional[StrictStr] = Field(default=None, description="Description for search engines.")
    seo_title: Optional[StrictStr] = Field(default=None, description="Title for search engines.")
    status: Optional[ProductStatus] = Field(default=None, description="Product status.")
    subtitle: Optional[StrictStr] = Field(default=None, description="One line below the title.")
    tags: Optional[List[StrictStr]] = Field(default=None, description="Tags.")
    title: Optional[StrictStr] = Field(default=None, description="Title.")
    vendor: Optional[StrictStr] = Field(default=None, description="Vendor name. Does not change the merchant.")
    version: Optional[StrictInt] = Field(default=None, description="Version that was read; the change is rejected if the product has another one by now.")
