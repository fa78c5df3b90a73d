# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.category import Category
from stoa.model import Model


class CategoryList(Model):
    """A list that comes whole."""

    data: List[Category] = Field(description="All of them.")
