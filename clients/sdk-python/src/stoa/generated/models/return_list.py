# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.model_return import ModelReturn
from stoa.model import Model


class ReturnList(Model):
    """A list that comes whole."""

    data: List[ModelReturn] = Field(description="All of them.")
