# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.explanation import Explanation
from stoa.model import Model


class ExplanationList(Model):
    """A list that comes whole."""

    data: List[Explanation] = Field(description="All of them.")
