# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class AdminReviewPicture(Model):
    """A picture that the author added."""

    height: StrictInt = Field(description="Height in pixels.")
    id: StrictStr = Field(description="Picture id.")
    url: StrictStr = Field(description="URL on the hosts of the storefront.")
    width: StrictInt = Field(description="Width in pixels.")
