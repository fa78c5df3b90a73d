# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.admin_category import AdminCategory
from stoa.model import Model


class AdminCategoryPage(Model):
    """A page of a list."""

    data: List[AdminCategory] = Field(description="Those of this page.")
    has_more: StrictBool = Field(description="Whether more follow.")
    next_cursor: Optional[StrictStr] = Field(default=None, description="The `cursor` that the next page is asked for with; absent on the last page.")
