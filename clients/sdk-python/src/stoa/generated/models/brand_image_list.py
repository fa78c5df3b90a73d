# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.brand_image import BrandImage
from stoa.model import Model


class BrandImageList(Model):
    """A list that comes whole."""

    data: List[BrandImage] = Field(description="All of them.")
