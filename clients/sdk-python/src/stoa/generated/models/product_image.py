# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class ProductImage(Model):
    """An image."""

    alt: StrictStr = Field(description="Alternative text.")
    height: Optional[StrictInt] = Field(default=None, description="Height in pixels; absent if unknown.")
    url: StrictStr = Field(description="URL of the image, absolute or relative to the storefront's host.")
    width: Optional[StrictInt] = Field(default=None, description="Width in pixels; absent if unknown.")
