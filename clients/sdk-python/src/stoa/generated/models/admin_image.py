# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Dict, Optional
from stoa.generated.models.focal_point import FocalPoint
from stoa.model import Model


class AdminImage(Model):
    """An image."""

    alt: StrictStr = Field(description="Alternative text, for languages without their own.")
    alt_translations: Dict[str, StrictStr] = Field(description="Alternative texts in other languages, by language tag.")
    blurhash: Optional[StrictStr] = Field(default=None, description="`BlurHash` of the image: a few colours to show until it is loaded. Absent until its sources are made.")
    focal_point: Optional[FocalPoint] = Field(default=None, description="What stays visible where the image is cropped; absent for its middle.")
    height: Optional[StrictInt] = Field(default=None, description="Height in pixels; absent if unknown.")
    id: Optional[StrictStr] = Field(default=None, description="Image id; absent in lists and for the image of a category.")
    url: StrictStr = Field(description="URL of the image, absolute or relative to the storefront's host.")
    width: Optional[StrictInt] = Field(default=None, description="Width in pixels; absent if unknown.")
