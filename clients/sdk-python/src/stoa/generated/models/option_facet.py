# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.generated.models.value_count import ValueCount
from stoa.model import Model


class OptionFacet(Model):
    """An option with the values that found products have."""

    name: StrictStr = Field(description="Option name.")
    values: List[ValueCount] = Field(description="Values, by number of products.")
