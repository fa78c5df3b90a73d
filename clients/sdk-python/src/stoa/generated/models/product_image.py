# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.focal_point import FocalPoint
from stoa.generated.models.image_source import ImageSource
from stoa.model import Model


class ProductImage(Model):
    """An image."""

    alt: StrictStr = Field(description="Alternative text, in the storefront's language if the store has given one.")
    blurhash: Optional[StrictStr] = Field(default=None, description="`BlurHash` of the image: a few colours to show until it is loaded. Absent until `sources` are made.")
    focal_point: Optional[FocalPoint] = Field(default=None, description="What stays visible where the image is cropped; absent for its middle.")
    height: Optional[StrictInt] = Field(default=None, description="Height in pixels; absent if unknown.")
    sources: List[ImageSource] = Field(description="The image in several widths and formats, for `srcset`: WebP first, narrow ones first. Empty until they are made, soon after an upload, and for images that are kept elsewhere.")
    url: StrictStr = Field(description="URL of the image, absolute or relative to the storefront's host.")
    width: Optional[StrictInt] = Field(default=None, description="Width in pixels; absent if unknown.")
