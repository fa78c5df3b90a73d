# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.model import Model


class ProductOption(Model):
    """An option by which a product's variants differ."""

    name: StrictStr = Field(description="Option name, such as `Size`.")
    values: List[StrictStr] = Field(description="Values, in display order.")
