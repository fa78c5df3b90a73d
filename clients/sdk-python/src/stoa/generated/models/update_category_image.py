# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Dict, Optional
from stoa.generated.models.focal_point import FocalPoint
from stoa.model import Model


class UpdateCategoryImage(Model):
    """Fields of a category's image to change; absent fields do not change."""

    alt: Optional[StrictStr] = Field(default=None, description="Alternative text: what the image shows, on one line of at most 512 characters.")
    alt_translations: Optional[Dict[str, StrictStr]] = Field(default=None, description="Alternative texts in other languages, up to 50, by language tag such as `de` or `de-AT`; they replace those of before. Storefronts show the one of their locale, else of their language, else `alt`.")
    focal_point: Optional[FocalPoint] = Field(default=None, description="What stays visible where the image is cropped; `null` for its middle.")
