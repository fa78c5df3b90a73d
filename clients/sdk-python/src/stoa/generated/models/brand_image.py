# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class BrandImage(Model):
    """An image of a storefront's brand."""

    content_type: StrictStr = Field(description="Media type, such as `image/png`.")
    created_at: datetime = Field(description="When it was uploaded.")
    height: StrictInt = Field(description="Height in pixels.")
    id: StrictStr = Field(description="Image id.")
    url: StrictStr = Field(description="URL, relative to the storefront's host. Its content never changes.")
    width: StrictInt = Field(description="Width in pixels.")
