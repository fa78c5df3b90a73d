# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from stoa.generated.models.category import Category
from stoa.model import Model


class CategoryCount(Model):
    """A category with its number of products."""

    category: Category = Field(description="The category.")
    count: StrictInt = Field(description="Number of products.")
