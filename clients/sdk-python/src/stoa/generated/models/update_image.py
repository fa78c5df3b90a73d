# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class UpdateImage(Model):
    """Fields of an image to change; absent fields do not change."""

    alt: Optional[StrictStr] = Field(default=None, description="Alternative text: what the image shows, on one line of at most 512 characters.")
    position: Optional[StrictInt] = Field(default=None, description="Position among the product's images, from 1; a number beyond the last one is the last position.")
