# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.image_source import ImageSource
from stoa.model import Model


class ProductImage(Model):
    """An image."""

    alt: StrictStr = Field(description="Alternative text.")
    height: Optional[StrictInt] = Field(default=None, description="Height in pixels; absent if unknown.")
    sources: List[ImageSource] = Field(description="The image in several widths and formats, for `srcset`: WebP first, narrow ones first. Empty until they are made, soon after an upload, and for images that are kept elsewhere.")
    url: StrictStr = Field(description="URL of the image, absolute or relative to the storefront's host.")
    width: Optional[StrictInt] = Field(default=None, description="Width in pixels; absent if unknown.")
