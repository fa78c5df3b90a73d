# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class AdminCategory(Model):
    """A category."""

    id: StrictStr = Field(description="Category id.")
    name: StrictStr = Field(description="Category name.")
    parent: Optional[StrictStr] = Field(default=None, description="Slug of the parent category; absent at the root.")
    slug: StrictStr = Field(description="Slug: the last part of the category's URL.")
