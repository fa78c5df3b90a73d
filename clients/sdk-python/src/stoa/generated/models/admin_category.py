# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.admin_image import AdminImage
from stoa.model import Model


class AdminCategory(Model):
    """A category."""

    id: StrictStr = Field(description="Category id.")
    image: Optional[AdminImage] = Field(default=None, description="Image; absent without one, and where a product names its categories.")
    name: StrictStr = Field(description="Category name.")
    parent: Optional[StrictStr] = Field(default=None, description="Slug of the parent category; absent at the root.")
    slug: StrictStr = Field(description="Slug: the last part of the category's URL.")
