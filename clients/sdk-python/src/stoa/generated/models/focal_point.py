# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from stoa.model import Model


class FocalPoint(Model):
    """The point of an image that stays visible where the image is cropped."""

    x: StrictInt = Field(description="Distance from the left edge in thousandths of the width, 0 to 1000.")
    y: StrictInt = Field(description="Distance from the upper edge in thousandths of the height, 0 to 1000.")
