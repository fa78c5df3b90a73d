# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.generated.models.money import Money
from stoa.generated.models.product_image import ProductImage
from stoa.generated.models.rating import Rating
from stoa.model import Model


class ProductSummary(Model):
    """A product in a list."""

    available: StrictBool = Field(description="Whether at least one variant can be bought now.")
    id: StrictStr = Field(description="Product id.")
    image: Optional[ProductImage] = Field(default=None, description="First image; absent without images.")
    price: Money = Field(description="Lowest price of the variants.")
    rating: Optional[Rating] = Field(default=None, description="Rating by published reviews; absent without reviews.")
    slug: StrictStr = Field(description="Slug: the last part of the product's URL.")
    title: StrictStr = Field(description="Title.")
