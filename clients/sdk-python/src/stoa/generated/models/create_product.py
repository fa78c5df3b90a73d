# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.create_variant import CreateVariant
from stoa.generated.models.product_status import ProductStatus
from stoa.model import Model


class CreateProduct(Model):
    """A product to create."""

    category: Optional[List[StrictStr]] = Field(default=None, description="Category path, from the root down. Missing categories are created.")
    description: Optional[StrictStr] = Field(default=None, description="Description as HTML; scripts, styles and forms are removed.")
    final_sale: Optional[StrictBool] = Field(default=None, description="Whether shoppers cannot return it. Holds for orders placed from then on.")
    merchant_id: Optional[StrictStr] = Field(default=None, description="Merchant; the default merchant by default.")
    options: Optional[List[StrictStr]] = Field(default=None, description="Options by which variants differ.")
    product_type: Optional[StrictStr] = Field(default=None, description="Product type.")
    seo_description: Optional[StrictStr] = Field(default=None, description="Description for search engines.")
    seo_title: Optional[StrictStr] = Field(default=None, description="Title for search engines.")
    slug: Optional[StrictStr] = Field(default=None, description="Slug: the last part of the product's URL. By default made of the title, with a number appended if another product has it.")
    status: ProductStatus = Field(description="Product status.")
    subtitle: Optional[StrictStr] = Field(default=None, description="One line below the title.")
    tags: Optional[List[StrictStr]] = Field(default=None, description="Tags.")
    title: StrictStr = Field(description="Title.")
    variants: List[CreateVariant] = Field(description="Variants: at least one, and exactly one without options.")
    vendor: Optional[StrictStr] = Field(default=None, description="Vendor name. Does not change the merchant.")
