# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class Rating(Model):
    """Rating of a product by its published reviews."""

    average: StrictStr = Field(description="Mean of 1 to 5 stars with two decimal places, rounded half up, such as `4.33`.")
    count: StrictInt = Field(description="Number of published reviews.")
