# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.model import Model


class OrderTags(Model):
    """Tags of an order."""

    tags: List[StrictStr] = Field(description="Tags, in alphabetical order; each 1 to 40 characters.")
