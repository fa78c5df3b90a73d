# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class ValueCount(Model):
    """A value with its number of products."""

    count: StrictInt = Field(description="Number of products.")
    value: StrictStr = Field(description="The value.")
