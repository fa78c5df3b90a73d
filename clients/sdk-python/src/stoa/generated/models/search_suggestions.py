# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.generated.models.category import Category
from stoa.generated.models.product_summary import ProductSummary
from stoa.model import Model


class SearchSuggestions(Model):
    """Completions of what was typed."""

    categories: List[Category] = Field(description="Categories.")
    products: List[ProductSummary] = Field(description="Products.")
    terms: List[StrictStr] = Field(description="Searches that begin with what was typed, by number of products.")
