# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import Optional
from stoa.generated.models.saved_brand import SavedBrand
from stoa.model import Model


class BrandState(Model):
    """The brand of a storefront."""

    draft: Optional[SavedBrand] = Field(default=None, description="The draft; absent without one.")
    published: SavedBrand = Field(description="What shoppers see. Version 0 is what the storefront was created with.")
