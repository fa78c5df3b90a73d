# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from stoa.model import Model


class ReviewCount(Model):
    """Reviews with the same number of stars."""

    count: StrictInt = Field(description="Number of reviews.")
    rating: StrictInt = Field(description="Stars, 1 to 5.")
