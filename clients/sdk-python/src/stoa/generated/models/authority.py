# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.model import Model


class Authority(Model):
    """Something that can be allowed."""

    description: StrictStr = Field(description="What it allows.")
    name: StrictStr = Field(description="Its name, `object:action`.")
    operations: List[StrictStr] = Field(description="Ids of the operations that need it.")
