# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.model import Model


class SynonymGroup(Model):
    """Terms that mean the same."""

    terms: List[StrictStr] = Field(description="2 to 20 words or phrases of up to 4 words.")
