# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.generated.models.admin_image import AdminImage
from stoa.generated.models.product_status import ProductStatus
from stoa.model import Model


class AdminProductSummary(Model):
    """A product in a list."""

    id: StrictStr = Field(description="Product id.")
    image: Optional[AdminImage] = Field(default=None, description="First image; absent without images.")
    slug: StrictStr = Field(description="Slug: the last part of the product's URL.")
    status: ProductStatus = Field(description="Product status.")
    title: StrictStr = Field(description="Title.")
    updated_at: datetime = Field(description="When it was last changed.")
    variant_count: StrictInt = Field(description="Number of variants that are not archived.")
    vendor: StrictStr = Field(description="Vendor name.")
    version: StrictInt = Field(description="Version: increases with every change.")
