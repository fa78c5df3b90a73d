# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.admin_category import AdminCategory
from stoa.generated.models.admin_image import AdminImage
from stoa.generated.models.admin_variant import AdminVariant
from stoa.generated.models.product_status import ProductStatus
from stoa.model import Model


class AdminProduct(Model):
    """A product."""

    categories: List[AdminCategory] = Field(description="Category path, from the root down.")
    created_at: datetime = Field(description="When the product was created.")
    description: StrictStr = Field(description="Description as sanitised HTML, without scripts, styles and forms.")
    final_sale: StrictBool = Field(description="Whether shoppers cannot return it.")
    id: StrictStr = Field(description="Product id.")
    images: List[AdminImage] = Field(description="Images, in display order.")
    merchant_id: StrictStr = Field(description="Merchant id.")
    options: List[StrictStr] = Field(description="Options by which variants differ.")
    product_type: StrictStr = Field(description="Product type.")
    seo_description: Optional[StrictStr] = Field(default=None, description="Description for search engines; absent if none was set.")
    seo_title: Optional[StrictStr] = Field(default=None, description="Title for search engines; absent if none was set.")
    slug: StrictStr = Field(description="Slug: the last part of the product's URL.")
    status: ProductStatus = Field(description="Product status.")
    subtitle: Optional[StrictStr] = Field(default=None, description="One line below the title; absent if none was set.")
    tags: List[StrictStr] = Field(description="Tags.")
    title: StrictStr = Field(description="Title.")
    updated_at: datetime = Field(description="When it was last changed.")
    variants: List[AdminVariant] = Field(description="Variants, archived ones last.")
    vendor: StrictStr = Field(description="Vendor name.")
    version: StrictInt = Field(description="Version: increases with every change; send it with a change to detect conflicts.")
