# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class ImageSource(Model):
    """An image in one width and format."""

    content_type: StrictStr = Field(description="Media type, such as `image/webp`.")
    url: StrictStr = Field(description="URL, relative to the storefront's host. Its content never changes.")
    width: StrictInt = Field(description="Width in pixels.")
