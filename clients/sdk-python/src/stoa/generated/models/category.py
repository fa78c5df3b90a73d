# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.product_image import ProductImage
from stoa.model import Model


class Category(Model):
    """A category."""

    id: StrictStr = Field(description="Category id.")
    image: Optional[ProductImage] = Field(default=None, description="Image, in the list of categories; absent without one, and where a product or a search names categories.")
    name: StrictStr = Field(description="Category name.")
    parent: Optional[StrictStr] = Field(default=None, description="Slug of the parent category; absent at the root.")
    slug: StrictStr = Field(description="Slug: the last part of the category's URL, and the value of the `category` filter.")
